weekly-total-room = <b>{ $room }</b>
weekly-total = Deze week: <b>{ $amount }</b>.
weekly-total-late = Vorige week: <b>{ $amount }</b>.
weekly-total-none = Deze week staan er geen uren van je. Dat mag.
weekly-total-none-late = Vorige week stonden er geen uren van je. Dat mag.
weekly-total-waiting = De coördinator kijkt nog naar { $amount }.
weekly-total-changed = De week ervoor is aangepast: nu { $amount }.
weekly-total-year = Dit jaar: { $amount }.
weekly-total-step = Ongeveer { $hours } uur per twee weken is genoeg voor je doel.
weekly-total-enough = Je hebt genoeg uren voor jouw deel van dit jaar. Mooi!
weekly-total-reached = Je hebt je uren voor dit jaar al gehaald. Mooi!

weekly-total-klussen = { $count ->
    [one] Je deed 1 klus.
   *[other] Je deed { $count } klussen.
}
weekly-group = { $group }: { $told }.
weekly-groups = Jouw groep, deze week:
weekly-groups-late = Jouw groep, vorige week:
weekly-group-hours = samen { $amount }
weekly-group-turnout = { $times ->
    [one] 1 activiteit met { $heads } deelnemers
   *[other] { $times } activiteiten met { $heads } deelnemers
}
weekly-group-new = { $turnout } ({ $exact ->
    [yes] { $count } nieuw
   *[no] minstens { $count } nieuw
})
weekly-group-done = { $count ->
    [one] 1 klus klaar
   *[other] { $count } klussen klaar
}
weekly-group-open = { $count ->
    [one] 1 klus open
   *[other] { $count } klussen open
}
weekly-group-silent = al { $weeks } weken stil

reminder =
    Hallo { $name }! Ik heb een tijdje niets van je gehoord.
    Heb je iets gedaan? Dan noteer ik het graag.
reminder-from-coordinator =
    Hallo { $name }! { $coordinator } van { $room } vraagt hoe het gaat.
    Heb je iets gedaan? Dan noteer ik het graag.
button-nothing-to-tell = Niets te melden
button-pause = Even pauze

digest-title = <b>{ $room }: week { $week }</b>
digest-hours = Samen deden jullie <b>{ $amount }</b>.
digest-no-hours = Er zijn geen uren ingevuld.
digest-year = Dit jaar tot nu toe: { $hours } uur.
digest-needed = Nodig voor het jaardoel: { $hours } uur per week.
digest-target-reached = Het jaardoel van { $hours } uur is gehaald!
digest-example = Dit jaardoel is een voorbeeld.
digest-no-agreement = Voor { $year } is er nog geen afspraak. Daarom staat hier geen jaardoel.
digest-on-pace = Op tempo voor { $target } uur: { $count ->
    [0] nog niemand
    [one] 1 vrijwilliger
   *[other] { $count } vrijwilligers
}.
digest-reached = Al { $target } uur gedaan: { $count ->
    [one] 1 vrijwilliger
   *[other] { $count } vrijwilligers
}.
digest-call = Misschien even bellen: { $names }.
digest-others = nog { $count } anderen
digest-groups-active = Actieve groepen: { $groups }.
digest-groups-silent = Al { $weeks } weken stil: { $groups }.
digest-klussen-done = Klussen klaar: { $count }.
digest-klussen-open = Al { $days } dagen of langer open:
digest-klus = • klus { $number }: { $what }
digest-klussen-more = • en nog { $count } klussen
digest-new-participants = Nieuw bij een activiteit: { $count }.
digest-requests = Wil graag meedoen: { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}.
digest-questions = Wacht op antwoord: { $count ->
    [one] 1 vraag
   *[other] { $count } vragen
}.
digest-waiting = Uren die op jou wachten: { $count } keer.
digest-without-group = zonder groep
digest-chart-title = { $room }: week { $week }
digest-chart-alt = Uren van { $room } per week. Week { $week }: { $amount }.
digest-chart-weeks = Uren per week
digest-chart-needed = nodig: { $hours } uur per week
digest-chart-groups = Per groep
digest-chart-other-groups = andere groepen
digest-drift = Loopt minder goed dan een week eerder: { $figures }.
digest-all-waiting = Alles wat op jou wacht: { $count }.
button-remind = Stuur herinnering
button-details = Details
button-who = Wie?
button-digest-board = Overzicht

reminded = { $count ->
    [0] Iedereen heeft al een bericht gehad. Bellen helpt misschien.
    [one] Ik stuur 1 persoon een bericht.
   *[other] Ik stuur { $count } mensen een bericht.
}
details-groups = Per groep:
details-people = Per persoon:
details-line = • { $name }: { $amount }
who-reached = Al { $target } uur gedaan: { $names }.
who-on-pace = Op tempo voor { $target } uur: { $names }.
who-behind = Nog niet op tempo: { $names }.
who-too-early = Te vroeg, nog geen { $days } dagen erbij: { $names }.
who-nobody = Er zijn nog geen vrijwilligers.

unreachable =
    { $count ->
        [one] { $names } krijgt mijn berichten niet meer.
       *[other] Deze mensen krijgen mijn berichten niet meer: { $names }.
    }
    Misschien kun je even bellen.

month-of-group = <b>{ $group } in { $month }</b>
month-did = { $told }.
month-came = Mensen die kwamen: { $people }.
month-new = Nieuw: { $people }.

countdown = { $days ->
    [0] Vandaag
    [one] Nog 1 dag
   *[other] Nog { $days } dagen
}: <b>{ $report }</b> van { $room }.
countdown-due = Inleveren kan tot en met { $day }.
countdown-unknown = Nog geen cijfer: { $figures }.
countdown-behind = Ver achter: { $figures }.
countdown-more = nog { $count }
countdown-unexplained = { $count ->
    [one] Eén doel heeft nog geen toelichting.
   *[other] { $count } doelen hebben nog geen toelichting.
}
countdown-open = De periode is nog niet afgesloten.
countdown-nothing = Alles is er. Je kunt het rapport maken.
meeting = Het overleg over { $room } is op { $day }.
meeting-good = Goed: { $count } van de { $all } doelen.
button-due-explain = Toelichtingen
button-due-close = Afsluiten
button-due-report = Rapport maken
button-due-board = Overzicht
button-due-sheet = Voortgang
