couple-in-group-chat = Dat doe je in de groepschat. Zet mij erin, en typ daar /koppel.
couple-not-allowed = Alleen de groepstrekker of coördinator kan deze chat koppelen.
couple-how = Hallo! Hoort deze chat bij een groep? Typ dan /koppel.
couple-which = Bij welke groep hoort deze chat?
couple-other-group = Deze chat hoort nu bij <b>{ $now }</b>. Wordt het <b>{ $group }</b>?
couple-other-chat = <b>{ $group }</b> heeft al een andere chat. Wordt het deze?
couple-done-already = Deze chat hoort al bij <b>{ $group }</b>.
coupled = Deze chat hoort nu bij <b>{ $group }</b>.
coupled-sees-all = Schrijf wat jullie deden: <i>met z'n vieren 2 uur</i>. Ander gepraat bewaar ik niet.
coupled-sees-little = Ik lees alleen /uren, @mijn naam en antwoorden aan mij. Maak mij beheerder, dan lees ik alles.
uncoupled = Deze chat is los van de groep. Ik noteer hier niets meer voor de groep.
uncoupled-moved = <b>{ $group }</b> heeft nu een andere chat. Deze is los.
uncouple-not-coupled = Deze chat hoort bij geen groep.
put-out-of-chat = Ik kan niet meer in de chat van <b>{ $group }</b>. Zet je mij er weer in?

group-chat-stranger = Ik ken je nog niet. Wil je meedoen? Schrijf me in een eigen chat.
group-chat-anonymous = Ik zie niet wie je bent. Zet anoniem beheren uit en probeer het opnieuw.
group-chat-in-private = Ik stuur het je privé.
group-chat-cannot-write = Ik kan je niet privé schrijven. Open een chat met mij.
group-chat-unclear = Dat snap ik niet. Schrijf bijvoorbeeld: <i>2 uur tuin gisteren</i>.
failed-in-group-chat = Er ging iets mis bij mij. Stuur het nog een keer.

command-koppel = koppel deze chat aan een groep
command-ontkoppel = maak deze chat weer los
command-name-koppel = koppel
command-name-ontkoppel = ontkoppel

data-chats = Groepschats die jij koppelde
data-chats-why = Zo weten we wie een chat aan een groep koppelde.
data-column-chat = Chat
