command-leden = mensen van de groep of kamer
command-name-leden = leden

members-not-allowed = Dit kan alleen de coördinator of een groepstrekker.
ask-which-member = { $count ->
    [one] Er hoort 1 persoon bij de kamer.
   *[other] Er horen { $count } mensen bij de kamer. Druk op een naam, of typ er een.
}
ask-which-member-of-group = { $count ->
    [one] Er hoort 1 persoon bij je groep.
   *[other] Er horen { $count } mensen bij je groep. Druk op een naam, of typ er een.
}
button-add-somebody = Iemand toevoegen
member-not-yours = Voor deze persoon kun jij dat niet doen. Er is niets veranderd.

member-card = <b>{ $name }</b>
member-card-paper = Heeft geen chat, en ziet de eigen uren nog niet.
member-card-coordinator = Coördinator
member-card-leads = Trekt: { $groups }
member-card-groups = Groepen: { $groups }
member-card-no-groups = Nog geen groep
member-card-since = Erbij sinds { $day }
member-card-hours = Dit jaar: { $amount }
member-card-hours-group = Dit jaar bij jouw groep: { $amount }

button-member-add = Bij een groep
button-member-out = Uit een groep
button-member-lead = Trekker maken
button-member-unlead = Geen trekker meer
button-member-invite = Uitnodigen
button-member-name = Naam
button-member-same = Zelfde persoon als…
button-member-leave = Uit de kamer
button-yes-erase = Ja, en wis de naam

ask-member-add = Bij welke groep komt { $name }?
ask-member-out = Uit welke groep gaat { $name }?
ask-member-lead = Van welke groep wordt { $name } trekker?
ask-member-unlead = Van welke groep is { $name } geen trekker meer?
member-in-group = { $name } hoort nu bij { $group }.
member-out-of-group = { $name } hoort niet meer bij { $group }. De uren blijven staan.
told-in-group = { $name } heeft je toegevoegd aan de groep { $group }.
told-out-of-group = { $name } heeft je uit de groep { $group } gehaald. Je uren blijven staan.
ask-member-leave = Wil je { $name } uit { $room } halen? De uren blijven staan.
ask-member-leave-paper =
    Wil je { $name } uit { $room } halen? De uren blijven staan.
    Ik kan ook de naam wissen.
member-left = { $name } hoort niet meer bij { $room }. De uren blijven staan.
member-erased = { $name } hoort niet meer bij { $room }. De naam is gewist.
member-last-coordinator = { $room } heeft maar een coördinator. Maak eerst iemand anders coördinator.
told-left-room =
    { $name } heeft je uit { $room } gehaald. Je uren blijven staan.
    Dank voor alles! Vragen? Loop gerust binnen.
ask-member-name = Hoe heet { $name } echt? Typ voornaam en achternaam.
member-renamed = Goed, { $name } is voortaan de naam.
invite-for-person =
    Alleen { $name } mag deze uitnodiging gebruiken.
    Wie hem gebruikt, krijgt die uren te zien.

ask-add-name = Wie wil je toevoegen? Typ voornaam en achternaam.
ask-add-name-hours = Voor wie zijn de uren? Typ voornaam en achternaam.
ask-add-group = Bij welke groep komt { $name }?
ask-add-who = Bedoel je { $names }?
ask-add-knows = Weet { $name } dat jij de uren noteert?
add-ask-first = Vraag het eerst even. Daarna kun je { $name } toevoegen.
member-added =
    { $name } staat erbij. Schrijf gewoon: <i>{ $name } 2 uur</i>.
    { $name } heeft geen chat.
member-there-already = { $name } staat er al bij.
has-no-chat = { $name } heeft geen chat.

ask-same-person = Wie is dezelfde persoon als { $name }?
ask-same-person-sure =
    { $name } en { $other } worden een persoon.
    Alle uren komen bij elkaar. Dit kun je niet terugdraaien.
    Weet je het zeker?
ask-same-person-sure-days =
    { $name } en { $other } worden een persoon.
    Alle uren komen bij elkaar. Dit kun je niet terugdraaien.
    Op { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    } hebben ze allebei uren. Staat er niets dubbel?
    Weet je het zeker?
same-person-merged = Dit is nu een persoon: { $name }
same-person-not-possible = Deze twee mensen kan ik niet samenvoegen.
told-same-person = { $name } zegt dat jij ook { $other } bent.
told-same-person-channels = { $name } heeft jouw twee accounts samengevoegd. Al je uren staan nu bij elkaar.

ask-is-this = { $joined } doet nu mee met een eigen chat. Is dit { $paper }?
button-is-same = Ja, zelfde
button-is-other = Nee, een ander
is-same = Goed. { $joined } en { $paper } zijn nu een persoon.
is-other = Goed. { $joined } en { $paper } zijn twee verschillende mensen.

consent-expected = Deze uitnodiging is voor { $name }. Hoort dat niet bij jou? Kies dan nee.
told-took-invite = De uitnodiging voor { $paper } is gebruikt, door { $name }. De uren staan nu daar.
invite-for-another = Deze uitnodiging is voor iemand anders. Stuur hem door.
named-by-others = Ik noem je { $name }. Liever anders? Typ <i>naam</i>.
noted-while-away = Fijn dat je er weer bent!
noted-for-you = { $count ->
    [one] Dit is al voor jou genoteerd:
   *[other] Dit is al voor jou genoteerd, { $count } keer:
}
noted-line = • { $entry } (door { $name })
noted-more = En nog { $count } keer, langer geleden.
noted-wrong = Klopt er iets niet?
ask-noted = Welke uren kloppen niet?
ask-noted-more = Klopt er nog iets niet?
button-rest-is-right = De rest klopt
noted-thanks = Dank je, dan klopt alles zo.

ask-which-group-you-lead = Van welke groep ben je trekker?
told-who-leads = { $name } is er nu bij, als trekker van { $group }.

member-card-reached = Heeft al { $target } uur gedaan
member-card-on-pace = Op tempo voor { $target } uur
member-card-behind = Nog niet op tempo voor { $target } uur
member-card-too-early = Nog geen { $days } dagen erbij: te vroeg voor tempo
member-card-last = Laatst actief op { $day }
member-card-pause = Heeft pauze
member-card-pause-until = Heeft pauze tot { $day }
member-card-key = Heeft een sleutel sinds { $day }
button-member-hours = Uren bekijken
button-member-pause = Pauze noteren
button-member-back = Pauze stopt
button-member-key = Sleutel
button-member-coordinate = Coördinator maken
button-member-uncoordinate = Geen coördinator meer
member-hours = De uren van { $name } dit jaar:
member-hours-waiting = { $entry } (wacht op goedkeuring)
member-hours-disputed = { $entry } (bezwaar)
ask-which-hours-wrong = Klopt er iets niet? Kies de uren.
button-older = Ouder
ask-member-pause = Tot wanneer heeft { $name } pauze? Je kunt ook een dag typen.
button-weeks = { $count } weken
button-no-end = Geen einddatum
told-pause = { $name } van { $room } heeft voor jou een pauze genoteerd.
told-pause-until = { $name } van { $room } heeft voor jou een pauze genoteerd, tot { $day }.
told-pause-ended = { $name } van { $room } heeft je pauze gestopt. Welkom terug!
ask-member-coordinate = Wordt { $name } coördinator van { $room }? Die ziet en verandert dan alles.
ask-member-uncoordinate = Is { $name } geen coördinator van { $room } meer?
member-coordinates = { $name } is nu coördinator van { $room }.
member-uncoordinated = { $name } is geen coördinator van { $room } meer.
told-coordinates = { $name } heeft je coördinator van { $room } gemaakt. Typ <i>help</i> voor uitleg.
told-uncoordinated = { $name } heeft dit gewijzigd: jij bent geen coördinator van { $room } meer.
