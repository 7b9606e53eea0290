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
