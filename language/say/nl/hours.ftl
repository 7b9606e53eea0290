logged = { $count ->
    [one] Genoteerd: { $entries }.
   *[other]
        Genoteerd:
        { $entries }
}
logged-for = { $count ->
    [one] Genoteerd voor { $name }: { $entries }.
   *[other]
        Genoteerd voor { $name }:
        { $entries }
}
logged-waits = { $count ->
    [one] Genoteerd: { $entries }. De coördinator kijkt het nog na.
   *[other]
        Genoteerd:
        { $entries }
        De coördinator kijkt het nog na.
}
logged-waits-for = { $count ->
    [one] Genoteerd voor { $name }: { $entries }. De coördinator kijkt het nog na.
   *[other]
        Genoteerd voor { $name }:
        { $entries }
        De coördinator kijkt het nog na.
}
only-your-hours = Ik heb alleen jouw eigen uren genoteerd.
milestone = Mooi! Je hebt dit jaar al <b>{ $hours } uur</b> geholpen.
milestone-last = Geweldig! Je hebt dit jaar <b>{ $hours } uur</b> geholpen. Dank je wel!
left-as-it-was = Goed, dan laat ik het zo.
nothing-logged = Goed, ik noteer niets.
others-log-themselves = Dan noteer ik niets. Iedereen geeft zelf zijn uren door.

ask-minutes = Hoeveel uur was het?
ask-which_amount = Hoeveel was het?
ask-vague = Hoeveel uur was het ongeveer?
ask-too_long = Dat is meer dan 16 uur op een dag. Hoeveel uur was het?
ask-not_positive = Dat kan ik niet tellen. Hoeveel uur was het?
ask-start = Hoe lang was het? Bijvoorbeeld: <i>2 uur</i>, of <i>van 10 tot 12</i>.
ask-end = Hoe lang was het? Bijvoorbeeld: <i>2 uur</i>, of <i>van 10 tot 12</i>.
ask-which_day = Welke dag was het?
ask-impossible_date = Die dag klopt niet. Welke dag was het?
ask-future = Die tijd moet nog komen. Welke dag was het?
ask-long_ago = Die dag is al lang geleden. Welke dag bedoel je?
ask-each_or_total = Is dat elk, of alles bij elkaar?
ask-who = Voor wie zijn deze uren?
ask-other = Dat weet ik niet zeker. Hoeveel uur was het?
ask-group = Bij welke groep was het?
ask-group-or-same = Bij welke groep was het? Of net als de vorige keer: { $last }?
ask-room = Bij welke buurtwerkkamer was het?
day-full = Die dag heeft dan { $amount }. Meer dan 16 uur kan niet. Hoeveel uur was het?
day-full-change = Dat lukt niet. Die dag heeft dan { $amount }, en 16 uur is het meeste.
day-full-edit = Dat lukt niet. Op een dag kan hooguit 16 uur staan.
sure-day_total = Klopt { $total } op { $weekday }?
sure-overlap = Op { $weekday } heb je in die tijd al uren. Klopt dit er ook bij?
sure-long_ago = Dat is lang geleden. Klopt { $day }?

which-group = Bij welke groep was dat?
which-group-unknown = <i>{ $word }</i> ken ik nog niet. Bij welke groep hoort dat?
no-group-is-fine = Goed, zonder groep.

changed = { $count ->
    [one] Aangepast: { $entries }.
   *[other]
        Aangepast:
        { $entries }
}
changed-waits = { $count ->
    [one] Aangepast: { $entries }. De coördinator kijkt het nog na.
   *[other]
        Aangepast:
        { $entries }
        De coördinator kijkt het nog na.
}
already-so = Dat staat er al: { $entry }.
withdrawn = Weggehaald: { $entry }.
which-entry = Welke uren bedoel je?
which-entry-delete = Welke uren moeten weg?
what-wrong = { $entry }. Wat klopt er niet?
ask-new-minutes = Hoeveel uur was het?
ask-new-date = Welke dag was het?
ask-new-group = Bij welke groep was het?
nothing-to-correct = Ik zie geen uren om aan te passen.
edit-unclear = { $count ->
    [one] Je hebt je bericht veranderd. Dit staat er nu: { $entries }. Wat klopt er niet?
   *[other]
        Je hebt je bericht veranderd. Dit staat er nu:
        { $entries }
        Wat klopt er niet?
}
told-logged = { $name } heeft voor jou genoteerd: { $entry }.
told-imported = { $count ->
    [one] { $name } heeft uren voor jou ingevoerd: { $amount }.
   *[other] { $name } heeft { $count } keer uren voor jou ingevoerd, samen { $amount }.
}
import-row = { $file }, rij { $row }
import-row-of-sheet = { $file }, blad { $sheet }, rij { $row }
told-changed = { $name } heeft jouw uren aangepast: { $entry }.
told-withdrawn = { $name } heeft jouw uren weggehaald: { $entry }.
objected = Dank je. Dit telt nu niet mee: { $entry }. De coördinator kijkt ernaar.
objection = Volgens { $name } klopt dit niet: { $entry }. Wat wil je doen?
approve-day = { $name }: { $entry }. Dat is meer dan { $day } uur op een dag. Klopt dat?
approve-week = { $name }: { $entry }. Dat is meer dan { $week } uur in een week. Klopt dat?
approve-late = { $name }: { $entry }. Dat is meer dan { $days } dagen geleden. Klopt dat?
decided-approved = Goedgekeurd. { $name }: { $entry }.
decided-refused = Weggehaald. { $name }: { $entry }.
told-removed = Het is weggehaald: { $entry }.
told-right = De coördinator zegt dat dit klopt: { $entry }. Het telt weer mee.
told-approved = Je uren zijn goedgekeurd: { $entry }.
told-refused = Je uren tellen niet mee: { $entry }. Vraag de coördinator waarom.
not-yours = Deze knop is niet voor jou. Er is niets veranderd.
button-done = Dat is al gedaan. Er is niets veranderd.
button-old = Deze vraag is al voorbij. Schrijf gewoon wat je wilt.
not-an-answer = Dat snap ik niet als antwoord. Typ <i>laat maar</i> om te stoppen.

button-wrong = Klopt niet
button-restore = Zet terug
button-approve = Goedkeuren
button-refuse = Afwijzen
button-delete = Weghalen
button-change = Aanpassen
button-minutes = Uren
button-date = Dag
button-group = Groep
button-nothing = Toch goed
button-none = Geen van deze
button-more = Meer…
button-yes = Ja
button-no = Nee
button-again = Nog een keer
button-same-one = Dezelfde
button-same-again = Net als vorige keer
button-no-group = Zonder groep
button-today = Vandaag
button-yesterday = Gisteren
button-for-me = Voor mij
button-for-other = Voor iemand anders
button-something-else = Iets anders
button-each = Elk { $amount }
button-entry = { $day } { $month }: { $amount } { $group }
button-entry-without-group = { $day } { $month }: { $amount }
button-log = Uren invullen
button-help = Help
button-my-hours = Mijn uren

my-hours-room = <b>{ $room }</b>
my-hours =
    Jouw uren
    Deze week: { $week }
    Deze maand: { $month }
    Dit jaar: <b>{ $year }</b>
pace-reached = Je hebt de { $target } uur van dit jaar gehaald. Geweldig!
pace-too-early = Het doel is { $target } uur in een jaar. Na { $days } dagen zie je je tempo.
pace-on = Je ligt mooi op tempo voor { $target } uur in een jaar.
pace-behind = Het doel is { $target } uur in een heel jaar. Elk uur helpt.
pace-behind-steps =
    Het doel is { $target } uur in een heel jaar.
    Met ongeveer { $hours } uur per twee weken ben je op tempo.
last-entries = Dit gaf je het laatst door:
last-entries-wrong = Klopt er iets niet? Druk op die uren.
picture-year-title = Jouw jaar { $year }
picture-year-alt = Jouw uren in { $year }: { $total }. Het doel is { $target } uur.
picture-months-title = Uren per maand
picture-hours = { $hours }
picture-note-left = Nog { $amount } tot het doel

not-for-them = Voor deze persoon kun jij daar geen uren noteren.
new-or-instead = Is dit nieuw? Of komt het in plaats van { $entry }?
button-new = Nieuw
button-instead = In plaats daarvan
let-go = Het vorige heb ik niet genoteerd.
sure-same = { $entry } staat er al. Nog een keer, of was dit dezelfde?

my-hours-waiting = Wacht op de coördinator: { $amount }
entry-waiting = { $entry } (wacht op de coördinator)
entry-disputed = { $entry } (klopt niet volgens jou)
ask-one_by_one = Dit zijn uren van meer mensen. Stuur een bericht per persoon.
group-of-other-room = Die groep hoort bij een andere kamer. Ik heb niets veranderd.
not-in-the-future = Die dag moet nog komen. Ik heb niets veranderd.
button-it-is-right = Klopt wel
