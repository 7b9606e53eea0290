command-leden = people of the group or room
command-name-leden = members

members-not-allowed = Only the coordinator or a group leader can do this.
ask-which-member = { $count ->
    [one] There is 1 person in the room.
   *[other] There are { $count } people in the room. Press a name, or type one.
}
ask-which-member-of-group = { $count ->
    [one] There is 1 person in your group.
   *[other] There are { $count } people in your group. Press a name, or type one.
}
button-add-somebody = Add somebody
member-not-yours = You cannot do that for this person. Nothing has changed.

member-card = <b>{ $name }</b>
member-card-paper = Has no chat, and has not seen the hours yet.
member-card-coordinator = Coordinator
member-card-leads = Leads: { $groups }
member-card-groups = Groups: { $groups }
member-card-no-groups = No group yet
member-card-since = Here since { $day }
member-card-hours = This year: { $amount }
member-card-hours-group = This year in your group: { $amount }

button-member-add = Into a group
button-member-out = Out of a group
button-member-lead = Make leader
button-member-unlead = No longer leader
button-member-invite = Invite
button-member-name = Name
button-member-same = Same person as…
button-member-leave = Out of the room
button-yes-erase = Yes, erase the name

ask-member-add = Which group does { $name } come to?
ask-member-out = Which group does { $name } leave?
ask-member-lead = Which group will { $name } lead?
ask-member-unlead = Which group does { $name } no longer lead?
member-in-group = { $name } is now in { $group }.
member-out-of-group = { $name } is no longer in { $group }. The hours stay.
told-in-group = { $name } added you to the group { $group }.
told-out-of-group = { $name } took you out of the group { $group }. Your hours stay.
ask-member-leave = Do you want to take { $name } out of { $room }? The hours stay.
ask-member-leave-paper =
    Do you want to take { $name } out of { $room }? The hours stay.
    I can also erase the name.
member-left = { $name } is no longer in { $room }. The hours stay.
member-erased = { $name } is no longer in { $room }. The name has been erased.
member-last-coordinator = { $room } has only one coordinator. Make somebody else a coordinator first.
told-left-room =
    { $name } took you out of { $room }. Your hours stay.
    Thank you for everything! Questions? Just walk in.
ask-member-name = What is { $name } really called? Type first and last name.
member-renamed = Good, { $name } is the name from now on.
invite-for-person =
    Only { $name } may use this invitation.
    Whoever uses it is shown those hours.

ask-add-name = Whom do you want to add? Type first and last name.
ask-add-name-hours = Whose hours are these? Type first and last name.
ask-add-group = Which group does { $name } come to?
ask-add-who = Do you mean { $names }?
ask-add-knows = Does { $name } know that you note the hours?
add-ask-first = Please ask first. After that you can add { $name }.
member-added =
    { $name } has been added. Just write: <i>{ $name } 2 hours</i>.
    { $name } has no chat.
member-there-already = { $name } is there already.
has-no-chat = { $name } has no chat.

ask-same-person = Who is the same person as { $name }?
ask-same-person-sure =
    { $name } and { $other } become one person.
    All hours come together. You cannot undo this.
    Are you sure?
ask-same-person-sure-days =
    { $name } and { $other } become one person.
    All hours come together. You cannot undo this.
    On { $days ->
        [one] 1 day
       *[other] { $days } days
    } both have hours. Is nothing in there twice?
    Are you sure?
same-person-merged = This is one person now: { $name }
same-person-not-possible = I cannot put these two people together.
told-same-person = { $name } says that you are { $other } as well.
told-same-person-channels = { $name } put your two accounts together. All your hours are in one place now.

ask-is-this = { $joined } has joined with a chat. Is this { $paper }?
button-is-same = Yes, the same
button-is-other = No, another
is-same = Good. { $joined } and { $paper } are one person now.
is-other = Good. { $joined } and { $paper } are two different people.

consent-expected = This invitation is for { $name }. Is that not you? Then choose no.
told-took-invite = The invitation for { $paper } was used, by { $name }. The hours are there now.
invite-for-another = This invitation is for somebody else. Please pass it on.
named-by-others = I call you { $name }. Rather something else? Type <i>name</i>.
noted-while-away = Good to have you back!
noted-for-you = { $count ->
    [one] This has been noted for you already:
   *[other] This has been noted for you already, { $count } times:
}
noted-line = • { $entry } (by { $name })
noted-more = And { $count } more, longer ago.
noted-wrong = Is anything wrong?
ask-noted = Which hours are wrong?
ask-noted-more = Is anything else wrong?
button-rest-is-right = The rest is right
noted-thanks = Thank you, then all is right.

ask-which-group-you-lead = Which group do you lead?
told-who-leads = { $name } has joined, as leader of { $group }.

member-card-reached = Has done { $target } hours already
member-card-on-pace = On pace for { $target } hours
member-card-behind = Not yet on pace for { $target } hours
member-card-too-early = Here for less than { $days } days: too early for a pace
member-card-last = Last active on { $day }
member-card-pause = Is on a break
member-card-pause-until = Is on a break until { $day }
member-card-key = Has a key since { $day }
button-member-hours = See hours
button-member-pause = Note a break
button-member-back = End the break
button-member-key = Key
button-member-coordinate = Make coordinator
button-member-uncoordinate = No longer coordinator
member-hours = The hours of { $name } this year:
member-hours-waiting = { $entry } (waits for approval)
member-hours-disputed = { $entry } (objection)
ask-which-hours-wrong = Is anything not right? Choose the hours.
button-older = Older
ask-member-pause = Until when is { $name } on a break? You can also type a day.
button-weeks = { $count } weeks
button-no-end = No end yet
told-pause = { $name } of { $room } has noted a break for you.
told-pause-until = { $name } of { $room } has noted a break for you, until { $day }.
told-pause-ended = { $name } of { $room } has ended your break. Welcome back!
ask-member-coordinate = Will { $name } be coordinator of { $room }? They then see and change everything.
ask-member-uncoordinate = Is { $name } no longer coordinator of { $room }?
member-coordinates = { $name } is now coordinator of { $room }.
member-uncoordinated = { $name } is no longer coordinator of { $room }.
told-coordinates = { $name } has made you coordinator of { $room }. Type <i>help</i> for what you can do.
told-uncoordinated = { $name } has changed this: you are no longer coordinator of { $room }.
