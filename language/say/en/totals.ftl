command-groep = figures of a group
command-name-groep = group
totals-ask-group = Which group's figures do you want to see?
totals-not-for-you = A group's figures are for its leader and the coordinator.

totals-title = <b>{ $group }</b>
totals-period = { $period ->
    [week] this week
    [month] this month
   *[year] this year
}
totals-hours = Hours { totals-period }: { $amount }{ $people ->
    [0] {"."}
    [one] {","} 1 volunteer.
   *[other] {","} { $people } volunteers.
}
totals-turnout = Participants { totals-period }: { $heads }, at { $times ->
    [one] 1 activity
   *[other] { $times } activities
}.
totals-different = Different people { totals-period }: { $count }.
totals-klussen = Jobs done { totals-period }: { $count }.
totals-open = Still open: { $count ->
    [one] 1 job
   *[other] { $count } jobs
}.
totals-room-hours = All of { $room } this year: { $hours } hours. The target is { $target } hours.
totals-room = All of { $room }, { $indicator }: { $count }.
totals-picture-alt = Hours of { $group } in { $weeks } weeks: { $total }.
totals-picture-title = { $group }: { $weeks } weeks
totals-picture-hours = Hours a week
totals-picture-turnout = Participants a week

count-exact = { $least }
count-range = at least { $least }, at most { $most }
target-ge = The target is { $target }.
target-gt = The target is more than { $target }.
target-ge-reached = The target of { $target } is reached!
target-gt-reached = The target of more than { $target } is reached!

room-klussen = { $count ->
    [0] No job is done yet this year.
    [one] Together you did <b>1</b> job this year. Great!
   *[other] Together you did <b>{ $count }</b> jobs this year. Great!
}
button-open-klussen = Open jobs
room-participants = Participants this year: { $count }.
room-active-groups = { $count ->
    [0] No group is active now.
    [one] <b>1</b> group is active now: { $groups }.
   *[other] <b>{ $count }</b> groups are active now: { $groups }.
}
room-indicator = • { $indicator }: { $count }.
room-groups = These are the groups: { $groups }.
