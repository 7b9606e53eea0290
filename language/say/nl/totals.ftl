command-groep = cijfers van een groep
command-name-groep = groep
totals-ask-group = Van welke groep wil je de cijfers zien?
totals-not-for-you = De cijfers van een groep zijn voor de trekker en de coördinator.

totals-title = <b>{ $group }</b>
totals-period = { $period ->
    [week] deze week
    [month] deze maand
   *[year] dit jaar
}
totals-hours = Uren { totals-period }: { $amount }{ $people ->
    [0] {"."}
    [one] {","} 1 vrijwilliger.
   *[other] {","} { $people } vrijwilligers.
}
totals-turnout = Deelnemers { totals-period }: { $heads }, bij { $times ->
    [one] 1 activiteit
   *[other] { $times } activiteiten
}.
totals-different = Verschillende mensen { totals-period }: { $count }.
totals-klussen = Klussen klaar { totals-period }: { $count }.
totals-open = Nog open: { $count ->
    [one] 1 klus
   *[other] { $count } klussen
}.
totals-room-hours = Heel { $room } dit jaar: { $hours } uur. Het doel is { $target } uur.
totals-room = Heel { $room }, { $indicator }: { $count }.
totals-picture-alt = Uren van { $group } in { $weeks } weken: { $total }.
totals-picture-title = { $group }: { $weeks } weken
totals-picture-hours = Uren per week
totals-picture-turnout = Deelnemers per week

count-exact = { $least }
count-range = minstens { $least }, hoogstens { $most }
target-ge = Het doel is { $target }.
target-gt = Het doel is meer dan { $target }.
target-ge-reached = Het doel van { $target } is gehaald!
target-gt-reached = Het doel van meer dan { $target } is gehaald!

room-klussen = { $count ->
    [0] Dit jaar is nog geen klus klaar.
    [one] Samen deden jullie dit jaar <b>1</b> klus. Mooi!
   *[other] Samen deden jullie dit jaar <b>{ $count }</b> klussen. Mooi!
}
button-open-klussen = Open klussen
room-participants = Deelnemers dit jaar: { $count }.
room-active-groups = { $count ->
    [0] Nu is geen groep actief.
    [one] Nu is <b>1</b> groep actief: { $groups }.
   *[other] Nu zijn <b>{ $count }</b> groepen actief: { $groups }.
}
room-indicator = • { $indicator }: { $count }.
room-groups = Deze groepen zijn er: { $groups }.
