help =
    Dit kan ik:
    • Uren noteren: <i>3 uur tuin gisteren</i>
    • Uren aanpassen: <i>nee, 2 uur</i>
    • Laten zien: <i>hoeveel uur heb ik?</i>
    • Elke week vragen of je er was: <i>elke dinsdag 3 uur tuin</i>
    • De tijd bijhouden: <i>ik begin</i>, en dan <i>klaar</i>
    • Een klus vragen: <i>er is een lamp kapot bij mw. Jansen</i>
    • Een klus melden: <i>kraan gemaakt met Piet, 45 min</i>, of zie /klussen
    • Even stil zijn: <i>niets deze week</i>
    • Iemand vragen: <i>mens</i>
    Ook: <i>mijn gegevens</i>, <i>taal</i>, <i>stop</i>.
unclear = Dat snap ik niet. Schrijf bijvoorbeeld: <i>2 uur tuin gisteren</i>.
too-long = Dat is te lang voor mij. Schrijf alleen je uren, bijvoorbeeld: <i>2 uur tuin</i>.
cannot-read-photo = Mooi! Maar foto's kan ik niet lezen. Typ je uren, bijvoorbeeld: <i>2 uur tuin</i>.
cannot-read-voice = Ik kan nog niet luisteren. Typ je uren, bijvoorbeeld: <i>2 uur tuin</i>.
cannot-read-video = Ik kan geen filmpjes zien. Typ je uren, bijvoorbeeld: <i>2 uur tuin</i>.
cannot-read-location = Je plek hoef ik niet te weten. Ik heb hem niet bewaard. Typ gewoon je uren.
cannot-read-contact = Gegevens van anderen bewaar ik niet. Vraag de coördinator om een uitnodiging.
cannot-read-file = Bestanden kan ik niet lezen. Typ je uren, bijvoorbeeld: <i>2 uur tuin</i>.
cannot-read-other = Dat kan ik niet lezen. Typ je uren, bijvoorbeeld: <i>2 uur tuin</i>.
forwarded = Dit bericht is doorgestuurd. Ik noteer alleen wat je zelf schrijft.
failed = Er ging iets mis bij mij. Je bericht is bewaard. We kijken ernaar.

answer-greeting = Hallo { $name }! Wat heb je gedaan?
answer-thanks = Graag gedaan, { $name }!
answer-plan = Leuk! Schrijf het me als het gedaan is.
answer-confirm = Fijn!
answer-deny = Goed. Ik heb niets veranderd.
question-opening = Dat weet ik niet. Zal ik het de coördinator vragen?
question-unknown = Daar weet ik het antwoord niet op. Zal ik het de coördinator vragen?
button-ask-coordinator = Vraag coördinator

absence = Goed dat je het zegt. Tot de volgende keer!
pause = Goed. Je hebt nu pauze. Ik stuur je geen herinnering.
pause-until = Goed. Je hebt pauze tot { $day }. Fijne tijd!
button-i-am-back = Ik ben terug
back = Welkom terug, { $name }!

stopped =
    Goed, ik stuur je uit mezelf niets meer.
    Uren doorgeven kan nog steeds.
button-leave = Uitschrijven
button-messages-on = Berichten aan
messages-on = Fijn! Je krijgt weer berichten van mij.
ask-leave =
    Wil je echt weg? Dan wis ik je naam en je account.
    Je uren blijven, zonder je naam.
button-forget-me = Ja, vergeet mij
stayed = Fijn dat je blijft!
forgotten = Dag! Je naam en account zijn gewist. Dank voor alles!

ask-what-to-pass-on = Wat wil je de coördinator vragen? Typ het hier.
button-never-mind = Laat maar
nothing-passed-on = Goed, ik stuur niets door.
passed-on = Ik heb het doorgegeven. Je krijgt hier antwoord.
nobody-to-pass-on-to = Er is nu geen coördinator. Loop gerust even binnen.
passed-question = { $name } vraagt: { $words }
button-answer = Antwoord
ask-answer = Wat wil je { $name } antwoorden?
passed-answer = { $name } antwoordt: { $words }
answer-passed-on = Je antwoord is naar { $name } gestuurd.

ask-invite = Wie wil je uitnodigen?
button-invite-volunteer = Vrijwilliger
button-invite-coordinator = Coördinator
button-invite-leader = Trekker { $group }
invite-not-allowed = Alleen de coördinator of groepstrekker kan mensen uitnodigen.
invite =
    Uitnodiging voor <b>{ $room }</b>, als { $role }.
    { $link }
    Of stuur dit aan de bot: { $command }
    Geldig tot { $day }, voor { $uses ->
        [one] 1 persoon
       *[other] { $uses } mensen
    }.
invite-code-only =
    Uitnodiging voor <b>{ $room }</b>, als { $role }.
    Stuur dit aan de bot: { $command }
    Geldig tot { $day }, voor { $uses ->
        [one] 1 persoon
       *[other] { $uses } mensen
    }.
invite-alt = QR-code van de uitnodiging voor { $room }, als { $role }
invite-title = Doe mee bij { $room }
invite-until = Geldig tot { $day }
button-withdraw = Intrekken
invite-withdrawn = Deze uitnodiging werkt niet meer.

my-data = Dit bewaar ik van je.
data-title = Mijn gegevens bij Kamerbot
data-introduction = Dit bewaart Kamerbot van je, op { $day }.
data-nothing = Niets bewaard.
data-about = Over jou
data-about-why = Zo weten we wie je bent, en in welke taal we praten.
data-name = Naam
data-language = Taal
data-agreed = Toestemming
data-agreed-value = { $day }, tekst { $version }
data-account = Account bij { $channel }
data-places = Jouw buurtwerkkamers
data-places-why = Hier hoor je bij.
data-breaks = Jouw pauzes
data-breaks-why = Deze dagen tellen niet mee in je tempo.
data-hours = Jouw uren
data-hours-why = Uren blijven zeven jaar bewaard. Dat moet voor de subsidie.
data-messages = Jouw berichten
data-messages-why = Je woorden wis ik na 30 dagen.
data-column-room = Buurtwerkkamer
data-column-role = Rol
data-column-groups = Groepen
data-column-since = Sinds
data-column-from = Van
data-column-until = Tot en met
data-column-number = Nummer
data-column-day = Dag
data-column-amount = Tijd
data-column-group = Groep
data-column-status = Stand
data-column-by = Door
data-column-at = Wanneer
data-column-channel = Via
data-column-text = Bericht

command-uren = uren invullen
command-mijnuren = mijn uren en totaal
command-pauze = even pauze
command-mijngegevens = wat van mij bewaard is
command-taal = kies je taal
command-mens = vraag de coördinator
command-help = uitleg
command-stop = geen berichten meer
command-uitnodigen = nodig iemand uit

command-name-uren = uren
command-name-mijnuren = mijnuren
command-name-pauze = pauze
command-name-mijngegevens = mijngegevens
command-name-taal = taal
command-name-mens = mens
command-name-help = help
command-name-stop = stop
command-name-uitnodigen = uitnodigen

word-learned = { $name } leerde mij een woord: <i>{ $word }</i> is { $group }. Klopt dat niet?
word-taken-back = Goed, <i>{ $word }</i> ben ik vergeten.
words =
    Deze woorden heb ik geleerd:
    { $words }
    Welk woord moet ik vergeten?
no-words = Ik heb nog geen woorden geleerd.
words-for-coordinators = Alleen de coördinator kan de woorden zien.
command-woorden = woorden die ik geleerd heb
command-name-woorden = woorden

help-others =
    Voor een ander noteren: <i>Noor 2 uur tuin gisteren</i>
    Iemand uitnodigen: /uitnodigen
    Mensen zien en toevoegen: /leden
    Wie er kwamen: <i>eettafel: 18, 3 nieuw</i>
    Deelnemers zien: /deelnemers
    Cijfers van een groep: /groep
    Een groepschat koppelen: zet mij erin, en typ daar /koppel
help-coordinator =
    Alle cijfers van de afspraak: /overzicht
    Groepen maken en wijzigen: /groepen
    Wat ik geleerd heb: /woorden
    Vrijwilligers en hun uren: /vrijwilligers
    Wat op jou wacht: /aanvragen
    Een rapport maken: /rapport
    De kamer instellen: /instellingen
question-coordinator = Daar weet ik het antwoord niet op. Typ <i>help</i> voor wat ik kan.
answer-info = Dat noteer ik niet. Typ <i>help</i> voor wat ik kan.
word = <i>{ $word }</i> is { $group }
command-naam = verander je naam
command-name-naam = naam

data-button = (knop)
data-answers = Berichten aan jou
data-answers-why = Ook deze woorden wis ik na 30 dagen.
data-told = Wat ik maar één keer zeg
data-told-why = Zo krijg je een mijlpaal of herinnering niet twee keer.
data-column-what = Wat

in-need =
    Wat naar dat het zo gaat. Ik ben maar een bot.
    Ben je in gevaar? Bel <b>112</b>.
    Wil je niet meer leven? Bel <b>113</b>, dag en nacht.
    Wil je het de coördinator vertellen? Typ het hier.
