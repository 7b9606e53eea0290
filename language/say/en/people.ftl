help =
    This is what I can do:
    • Note hours: <i>3 hours garden yesterday</i>
    • Change hours: <i>no, 2 hours</i>
    • Show hours: <i>how many hours do I have?</i>
    • Ask each week whether you were there: <i>every Tuesday 3 hours garden</i>
    • Keep the time: <i>I am starting</i>, and then <i>done</i>
    • Ask for a job: <i>there is a broken lamp at mrs Jansen</i>
    • Tell of a job: <i>fixed a tap with Piet, 45 min</i>, or see /jobs
    • Be quiet for a while: <i>nothing this week</i>
    • Ask a person: <i>human</i>
    Also: <i>my data</i>, <i>language</i>, <i>stop</i>.
unclear = I do not understand. Write for example: <i>2 hours garden yesterday</i>.
too-long = That is too long for me. Write your hours only, like: <i>2 hours garden</i>.
cannot-read-photo = Nice! But I cannot read photos. Type your hours, like: <i>2 hours garden</i>.
cannot-read-voice = I cannot listen yet. Type your hours, like: <i>2 hours garden</i>.
cannot-read-video = I cannot watch videos. Type your hours, like: <i>2 hours garden</i>.
cannot-read-location = I need not know where you are. I did not keep it. Just type your hours.
cannot-read-contact = I keep nothing about other people. Ask the coordinator for an invitation.
cannot-read-file = I cannot read files. Type your hours, like: <i>2 hours garden</i>.
cannot-read-other = I cannot read that. Type your hours, like: <i>2 hours garden</i>.
forwarded = This message was forwarded. I only note what you write yourself.
failed = Something went wrong on my side. Your message is kept. We will look into it.

answer-greeting = Hello { $name }! What did you do?
answer-thanks = You are welcome, { $name }!
answer-plan = Nice! Write to me when it is done.
answer-confirm = Good!
answer-deny = All right. I changed nothing.
question-opening = I do not know that. Shall I ask the coordinator?
question-unknown = I do not know the answer. Shall I ask the coordinator?
button-ask-coordinator = Ask coordinator

absence = Thank you for telling me. See you next time!
pause = All right. You are on a break now. I will not remind you.
pause-until = All right. You are on a break until { $day }. Have a good time!
button-i-am-back = I am back
back = Welcome back, { $name }!

stopped =
    All right, I will not write to you by myself any more.
    You can still log hours.
button-leave = Leave
button-messages-on = Messages on
messages-on = Good! You will get messages from me again.
ask-leave =
    Do you really want to leave? I erase your name and your account.
    Your hours stay, without your name.
button-forget-me = Yes, forget me
stayed = Good to have you with us!
forgotten = Goodbye! Your name and account are erased. Thank you for everything!

ask-what-to-pass-on = What do you want to ask the coordinator? Type it here.
button-never-mind = Never mind
nothing-passed-on = All right, I pass nothing on.
passed-on = I have passed it on. The answer comes here.
nobody-to-pass-on-to = There is no coordinator now. You are welcome to drop by.
passed-question = { $name } asks: { $words }
button-answer = Answer
ask-answer = What do you want to answer { $name }?
passed-answer = { $name } answers: { $words }
answer-passed-on = Your answer was sent to { $name }.

ask-invite = Whom do you want to invite?
button-invite-volunteer = Volunteer
button-invite-coordinator = Coordinator
button-invite-leader = Leader { $group }
invite-not-allowed = Only the coordinator or a group leader can invite people.
invite =
    Invitation to <b>{ $room }</b>, as { $role }.
    { $link }
    Or send this to the bot: { $command }
    Valid until { $day }, for { $uses ->
        [one] 1 person
       *[other] { $uses } people
    }.
invite-code-only =
    Invitation to <b>{ $room }</b>, as { $role }.
    Send this to the bot: { $command }
    Valid until { $day }, for { $uses ->
        [one] 1 person
       *[other] { $uses } people
    }.
invite-alt = QR code of the invitation to { $room }, as { $role }
invite-title = Join { $room }
invite-until = Valid until { $day }
button-withdraw = Withdraw
invite-withdrawn = This invitation does not work any more.

my-data = This is what I keep about you.
data-title = My data at Kamerbot
data-introduction = This is what Kamerbot keeps about you, on { $day }.
data-nothing = Nothing kept.
data-about = About you
data-about-why = So we know who you are, and which language we speak.
data-name = Name
data-language = Language
data-agreed = Consent
data-agreed-value = { $day }, text { $version }
data-account = Account at { $channel }
data-places = Your work rooms
data-places-why = This is where you belong.
data-breaks = Your breaks
data-breaks-why = These days do not count in your pace.
data-hours = Your hours
data-hours-why = Hours are kept for seven years. The subsidy requires it.
data-messages = Your messages
data-messages-why = I erase your words after 30 days.
data-column-room = Work room
data-column-role = Role
data-column-groups = Groups
data-column-since = Since
data-column-from = From
data-column-until = Until
data-column-number = Number
data-column-day = Day
data-column-amount = Time
data-column-group = Group
data-column-status = Status
data-column-by = By
data-column-at = When
data-column-channel = By way of
data-column-text = Message

command-uren = log hours
command-mijnuren = my hours and total
command-pauze = take a break
command-mijngegevens = what is kept about me
command-taal = choose your language
command-mens = ask the coordinator
command-help = how it works
command-stop = no more messages
command-uitnodigen = invite somebody

command-name-uren = hours
command-name-mijnuren = myhours
command-name-pauze = pause
command-name-mijngegevens = mydata
command-name-taal = language
command-name-mens = human
command-name-help = help
command-name-stop = stop
command-name-uitnodigen = invite

word-learned = { $name } taught me a word: <i>{ $word }</i> is { $group }. Is that wrong?
word-taken-back = All right, I have forgotten <i>{ $word }</i>.
words =
    I have learned these words:
    { $words }
    Which one should I forget?
no-words = I have not learned any words yet.
words-for-coordinators = Only the coordinator can see the words.
command-woorden = words that I have learned
command-name-woorden = words

help-others =
    Log for somebody else: <i>Noor 2 hours garden yesterday</i>
    Invite somebody: /invite
    See and add people: /members
    Who came: <i>dinner: 18, 3 new</i>
    See participants: /participants
    Figures of a group: /group
    Couple a group chat: put me in it, and type /couple there
help-coordinator =
    All figures of the agreement: /overview
    Make and change groups: /groups
    What I have learned: /words
    Volunteers and their hours: /volunteers
    What waits for you: /requests
    Make a report: /report
    Set up the room: /settings
question-coordinator = I do not know the answer. Type <i>help</i> for what I can do.
answer-info = I do not note that. Type <i>help</i> for what I can do.
word = <i>{ $word }</i> is { $group }
command-naam = change your name
command-name-naam = name

data-button = (button)
data-answers = Messages to you
data-answers-why = These words are erased after 30 days too.
data-told = What I say only once
data-told-why = So you do not get a milestone or reminder twice.
data-column-what = What

in-need =
    I am sorry to hear that. I am only a bot.
    Are you in danger? Call <b>112</b>.
    Do you not want to live any more? Call <b>113</b>, day and night.
    Do you want to tell the coordinator? Type it here.
