join-language =
    Welkom bij Kamerbot! Kies je taal.
    Welcome! Choose your language.
join-wish =
    Kamerbot keeps your volunteer hours.
    Do you have an invitation? Then open its link.
    If not, ask whether you can join.
join-room = Which neighbourhood work room do you want to join?
no-rooms-yet = There is no neighbourhood work room yet. Please try again later.
consent-volunteer = You are invited as a <b>volunteer</b> of <b>{ $room }</b>.
consent-volunteer-group = You are invited as a <b>volunteer</b> in { $group } of <b>{ $room }</b>.
consent-leader = You are invited as a <b>group leader</b> at <b>{ $room }</b>.
consent-leader-group = You are invited as the <b>leader</b> of { $group } at <b>{ $room }</b>.
consent-coordinator = You are invited as the <b>coordinator</b> of <b>{ $room }</b>.
consent-coordinator-group = You are invited as the <b>coordinator</b> of <b>{ $room }</b>.
consent-request = You want to join <b>{ $room }</b>.
consent =
    I keep your name and your hours.
    So the room can show what you all do.
    I erase your messages after 30 days.
    You can stop, or see your data, at any time.
button-agree = Yes, I join
button-join = Yes, please
button-no-thanks = No, thank you
button-i-want-to-join = I want to join
not-joined = All right. I keep nothing about you. Goodbye!
ask-name = Great! What is your name? Type your first name.
ask-name-again = That does not work as a name. Use letters, { $most } characters at most.
welcome =
    Welcome { $name }! You are now part of <b>{ $room }</b>.
    Just write what you did. { $example }
welcome-example = For example: <i>2 hours { $group } yesterday</i>
welcome-example-no-group = For example: <i>2 hours yesterday</i>
welcome-coordinator =
    You are a coordinator. On Monday you get the weekly digest.
    With /invite you invite people.
welcome-back = Hello { $name }! Just write what you did, or type <i>help</i>.
invite-not-usable = This invitation has ended. Ask the coordinator for a new one.
invite-not-usable-newcomer =
    This invitation has ended. Deze uitnodiging werkt niet meer.
    Ask for a new one, or ask whether you can join.
join-requested = I have asked <b>{ $room }</b>. You will hear it here.
join-request = <b>{ $name }</b> wants to join { $room }. Is that all right?
button-admit = Let in
button-turn-away = Decline
admitted = { $name } is now part of { $room }.
turned-away = { $name } was not let in at { $room }.
told-turned-away = You cannot join { $room } now. You are welcome to drop by.
not-a-member = You are not in a work room yet. Type /start.

ask-language = Which language do you want?
language-set = All right, we speak English.

welcome-leader = You are a group leader. You can log hours of your group too: <i>Noor 2 hours</i>.
join-help = I am Kamerbot. I keep volunteer hours. Questions? Drop by at the room.
ask-new-name = What do you want to be called? Type your first name.
renamed = All right, I call you { $name } from now on.
