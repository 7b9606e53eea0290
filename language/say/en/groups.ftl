command-groepen = make and change groups
command-name-groepen = groups

groups-for-coordinators = Only the coordinator can make or change groups.
groups-for-coordinators-leader =
    Only the coordinator can make or change groups.
    Find the people of your group with /members.
ask-which-group-to-see = These are your groups. Which one do you want to see?
ask-which-closed-group = These groups are closed. Which one do you want to see?
no-groups = There are no groups yet.
button-new-group = New group
button-closed-groups = Closed groups
group-not-yours = You cannot change this group. Nothing has changed.
group-unknown = I know no group <i>{ $name }</i>. Type /groups for the list.

group-card = <b>{ $name }</b>
group-card-closed = This group is closed.
group-card-no-kind = Kind of work: not chosen yet.
group-card-kind = Kind of work: { $kind }.
group-card-kind-counts = Kind of work: { $kind }. Counts for { $indicator }.
group-card-aliases = Also called: { $names }
group-card-leaders = Leaders: { $names }
group-card-no-leaders = There is no leader yet.
group-card-members = { $count ->
    [0] There are no members yet.
    [one] 1 member: { $names }
   *[other] { $count } members: { $names }
}
group-card-others = { $count ->
    [one] 1 more
   *[other] { $count } more
}
group-card-days = Usual days: { $days }.
group-card-active = Last active: { $day }.
group-card-silent = Nothing has been noted yet.

button-group-name = Name
button-group-aliases = Other names
button-group-kind = Kind of work
button-group-leaders = Leaders
button-group-days = Days
button-group-merge = Merge
button-group-close = Close
button-group-open = Open again
button-group-part = Take apart again
group-parted = { $group } is apart from { $target } again.
told-group-parted = { $name } took { $group } and { $target } apart again.
group-history-parted = apart from { $value } again
button-group-history = History
group-history = Changed about { $name }:
group-history-line = { $day }, { $name }: { $what }
group-history-made = group made
group-history-name = is called { $value } now
group-history-aliases = other names: { $value }
group-history-activity = kind of work: { $value }
group-history-days = usual days: { $value }
group-history-merged = merged with { $value }
group-history-closed = group closed
group-history-opened = group opened again
group-history-none = nothing
button-ready = Done
button-no-days = No usual day

ask-group-room = Which neighbourhood work room is the new group in?
ask-group-name = What is the new group called?
ask-group-new-name = What will the group be called?
group-name-impossible = That cannot be a name. Use letters, at most { $most } characters.
group-name-taken = There is a group <i>{ $name }</i> already.
group-name-closed = There is a closed group <i>{ $name }</i>. Open it again with /groups.
group-alias-taken = <i>{ $name }</i> is already a name of the group { $group }.
group-made = The group <i>{ $group }</i> has been made.
group-renamed = <i>{ $old }</i> is now called <i>{ $name }</i>. The old name still works.
ask-group-kind = What kind of work does { $group } do?
ask-group-first-alias = What else do people call { $group }? Type a name.
ask-group-aliases = Type one more name for { $group }. Or press a name that may go.
ask-group-days = On which days does { $group } meet?
ask-group-days-more = The group { $group } meets on { $days }. Press a day to change it.
ask-group-leaders = Who will lead { $group }?
ask-group-leaders-more =
    Leaders of { $group }: { $names }
    Press a name. A leader stops then, somebody else starts.
told-leader =
    { $name } made you a leader of { $group }.
    You can now note your group's hours as well.
told-leader-no-more = { $name } changed this: you no longer lead { $group }.

ask-group-close = Do you want to close { $group }? All hours stay.
group-closed = { $group } is closed. The hours stay.
group-opened = { $group } is open again.
told-group-closed = { $name } closed { $group }. All hours stay.
told-group-opened = { $name } opened { $group } again.
ask-group-merge = Which group does { $group } go on with?
ask-group-merge-sure =
    { $group } will become a part of { $target }.
    Its members and hours count there. You can undo this for a day.
    Are you sure?
group-merged = { $group } now belongs to { $target }.
group-merge-alone = There is no other group to merge with.
told-group-merged = { $name } merged { $group } with { $target }.

activity-koken = cooking and eating
activity-tuin = garden
activity-klussen = odd jobs
activity-taal = language and homework
activity-formulieren = forms
activity-computerhulp = computer help
activity-fietsen = bicycle repair
activity-schoonmaak = cleaning
activity-inloop = drop-in and coffee
activity-ontbijt = breakfast and lunch
activity-handwerken = needlework
activity-schuldhulp = help with debts
activity-sollicitatie = help to find a job
activity-kinderen = children
activity-bestuur = board
activity-sleutel = opening and closing

indicator-meeting = meeting people
indicator-klussen = odd jobs
indicator-computer = computer skills
indicator-dutch = Dutch language
indicator-forms = forms
indicator-debt = debt help
indicator-job_search = help to find a job
