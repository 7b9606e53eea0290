at-group = at { $group }
at-group-de = at { $group }
at-group-het = at { $group }
turnout-heads = { $heads ->
    [0] no participants
    [one] <b>1</b> participant
   *[other] <b>{ $heads }</b> participants
}
turnout-new-heads = { $new ->
    [0] nobody new
   *[other] { $new } new
}
turnout = { turnout-heads } { $place }, { $day }
turnout-new = { turnout-heads } { $place }, { turnout-new-heads }, { $day }
turnout-again = { $turnout }, time { $number }
turnout-named = By name: { $names }
turnout-named-count = By name: { $count }
attendance-noted = Noted: { $turnout }.
attendance-changed = Changed: { $turnout }.
attendance-same = That is there already: { $turnout }.
attendance-withdrawn = Removed: { $turnout }.
attendance-edit-unclear = You changed your message. This is there now: { $turnout }. What is not right?
told-attendance-changed = { $name } changed this: { $turnout }.
told-attendance-withdrawn = { $name } removed this: { $turnout }.
left-out = { $count ->
    [one] { $names } belongs to the group and does not count.
   *[other] { $names } belong to the group and do not count.
}
short-names = Of a name I keep the first name and one letter.

ask-heads = How many participants were there?
ask-heads-named = There are { $named } names. How many participants were there?
ask-new = How many of them were new?
ask-new-above = There were { $heads } participants. How many of them were new?
ask-new-known = { $known ->
    [one] Of them 1 came earlier this year. How many were new?
   *[other] Of them { $known } came earlier this year. How many were new?
}
attendance-many = Is { $heads } participants right?
attendance-none = Was there nobody { $place }?
attendance-second = There was { $heads } already. Is this better, or a second time?
attendance-second-names = There was { $heads } already. Do these names belong to it? Or was it a second time?
attendance-several = There were { $heads } already. Is this instead? Or was it once more?
attendance-again = { $count ->
    [one] There was { $heads } already. Was it once more?
   *[other] There were { $heads } already. Was it once more?
}
button-better = Better
button-belong = They belong
button-second-time = Second time
button-better-than = Instead of { $heads }
button-unknown = I do not know

same-participant = The same { $name }?
same-as-participant = Is { $name } the same as { $other }?
same-as-runner = Does { $name } belong to the group?
which-participant = Who is { $name }?
button-no-other = No, somebody else
button-runner = { $name } of the group

button-add-names = Add names
tick-names = Who were there { $place }? Press names, or type names or numbers.
ticked-names = Ticked: { $names }
ticked-count = Ticked: { $count }
type-names = Who were there { $place }? Type the names, like: <i>Fatima B., Piet</i>.
button-ticked = ✓ { $number }. { $name }
button-unticked = { $number }. { $name }
button-done-ticking = Done
no-such-number = Number { $number } is not in the list.

button-attendance-heads = Number
button-attendance-new = New
button-attendance-names = Names
button-attendance-group = Group
button-attendance-date = Day
button-attendance-delete = Remove
button-attendance-double = It was double
button-attendance-nothing = It is right

guests = Were those { $heads } participants { $place }?
guests-new = Were those { $heads } participants { $place }, { $new } of them new?
button-heads = { $heads } participants
button-note-guests = Yes, note { $heads }

participants = { $count ->
    [one] 1 participant with a name. Press a name, or type one.
   *[other] { $count } participants with a name. Press a name, or type one.
}
participants-for-leaders = Only group leaders and the coordinator see the participants.
no-participants = There are no participants with a name yet.
no-such-participant = I do not know <i>{ $name }</i>.
participant-without-name = participant { $number }
participant-since = <b>{ $name }</b> takes part since { $day }.
participant-this-year = This year: { $times }.
participant-not-this-year = Not seen this year yet.
participant-times = { $count ->
    [one] 1 time { $place }
   *[other] { $count } times { $place }
}
participant-also = Also known as { $names }
button-participant-same = Same as…
button-participant-rename = Change name
button-participant-erase = Remove
button-participant-part = { $name } apart again
ask-same-as = Who is { $name } as well?
nobody-else = There is nobody else with a name.
same-sure = { $name } and { $other } were both there on { $day }. Still the same?
participants-merged =
    { $name } is now <b>{ $other }</b>
    That goes for everything before too.
participants-parted = { $name } and { $other } are two participants again.
ask-participant-name = What is { $name } called? Type the first name and one letter.
no-name = That does not look like a name.
name-taken = Somebody is called { $name } already.
name-taken-same = Is { $name } the same as { $other }?
participant-renamed = { $name } is now called <b>{ $other }</b>
ask-erase-name = Do you want to erase the name { $name }? The counts stay.
button-erase-name = Yes, erase the name
name-erased = The name is erased. The list says now: { $name }
command-deelnemers = participants of the group
command-name-deelnemers = participants

data-attendances = Turnout that you told
data-attendances-why = So we know how many people take part.
data-column-heads = Number
data-column-new = New
