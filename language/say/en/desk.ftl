command-instellingen = how the room is set up
command-name-instellingen = settings
settings-for-coordinators = Only the coordinator can set up the room.
ask-settings-room = Of which room?
settings = This is how you set up <b>{ $room }</b>. What do you want to see?
button-settings-messages = Messages
button-settings-asking = Questions to people
button-settings-quiet = Quiet hours
button-settings-limits = Limits for hours
button-settings-groups = Groups and jobs
setting-line = { $name }: <b>{ $value }</b>
ask-which-setting = What do you want to change?
button-back = Back
button-keep = Leave it
button-setting-usual = Usual: { $value }
setting-now = Now: <b>{ $value }</b>.
setting-changed-by = Set by { $name }, on { $day }.
ask-setting-switch = On or off?
ask-setting-time = What time will it be? Type 18.30, for example.
ask-setting-number = What will it be? Type a number.
ask-setting-names = Which names? Put a comma between them.
setting-changed = Good. { $name } is now: <b>{ $value }</b>.
setting-same = It was like that already.
told-setting = { $by } has set up { $room } differently. { $name }: <b>{ $value }</b>.
setting-in-quiet = Note: that is in the quiet hours. The message waits until after them.
setting-out-of-bounds = Choose a number from { $least } to { $most }.
setting-too-many-names = Those are too many names. There is room for { $most }.
setting-name-too-long = A name has at most { $most } characters.
setting-clash-quiet = That cannot be. Quiet hours end in the morning and begin in the evening.
setting-clash-most = That cannot be. Above the most hours I log nothing.
setting-clash-late = That cannot be. Asking comes after the days for approval.

setting-on = On
setting-off = Off
setting-none = none
setting-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
setting-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
setting-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}

setting-weekly_total = Send weekly totals
about-weekly_total = On Sunday everybody gets their own total of the week.
setting-weekly_total_at = Time of weekly total
about-weekly_total_at = At this time on Sunday the weekly total goes out.
setting-digest = Send weekly digest
about-digest = On Monday coordinators get the weekly digest.
setting-digest_at = Time of digest
about-digest_at = At this time on Monday the digest goes out.
setting-reminder = Send reminders
about-reminder = Who is silent for long gets one friendly message.
setting-reminder_at = Time of reminder
about-reminder_at = At this time a reminder goes out.
setting-reminder_after_days = Reminder after
about-reminder_after_days = So long somebody is silent before the reminder.
setting-habit_at = Asking: regular work
about-habit_at = At this time I ask whether somebody was there. If I know the time, I ask after it.
setting-shift_asked_at = Asking: running time
about-shift_asked_at = At this time I ask whether somebody is still busy.
setting-quiet_from = Quiet from
about-quiet_from = From then on I send nothing of my own accord.
setting-quiet_until = Quiet until
about-quiet_until = Until then I send nothing of my own accord.
setting-quiet_until_sunday = Quiet until, Sunday
about-quiet_until_sunday = Until then I send nothing of my own accord on Sunday.
setting-approve_all = Approve all hours
about-approve_all = With this on, hours count only after your tap.
setting-wait_day_hours = Approve per day
about-wait_day_hours = Above so many hours in a day you decide.
setting-wait_week_hours = Approve per week
about-wait_week_hours = Above so many hours in a week you decide.
setting-wait_after_days = Approve after
about-wait_after_days = About hours of longer ago you decide.
setting-ask_day_hours = Ask per day
about-ask_day_hours = Above so many hours in a day I ask about it.
setting-ask_after_days = Ask after
about-ask_after_days = Of hours of longer ago I ask whether they are right.
setting-most_day_hours = Most per day
about-most_day_hours = More hours in a day I do not log.
setting-group_active_weeks = Group is active
about-group_active_weeks = So long a group stays active after its last work.
setting-klus_open_days = Job open for long
about-klus_open_days = After so long an open job is in the digest.
setting-week = { $count ->
    [0] none
    [1] 1st week
    [2] 2nd week
    [3] 3rd week
    [5] last week
   *[other] { $count }th week
}
setting-weekday = { $count ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
setting-meeting_week = Week of the meeting
about-meeting_week = Choose 1 to 4, or 5 for the last one. With 0 there is no meeting.
setting-meeting_weekday = Day of the meeting
about-meeting_weekday = Monday is 1, Sunday is 7.
setting-corporations = Housing corporations
about-corporations = These are the corporations that pay for jobs.

hours-wait = There are hours waiting for you. They count only after your tap.
button-requests = View

command-aanvragen = what waits for you
command-name-aanvragen = requests
requests-for-coordinators = Only the coordinator can see this.
no-requests = Nothing waits for you.
requests = This waits for you:
requests-join = Want to join: { $count }
requests-question = Questions: { $count }
requests-hours = Hours to approve: { $count }
requests-objection = Hours that are not right: { $count }
requests-named = Names at work: { $count }
requests-key = Keys back: { $count }
requests-word = New words: { $count }
request-join = { $name } wants to join
request-question = Question of { $name }
request-hours = { $name }: { $amount }
request-objection = { $name }: not { $amount }
request-named = There? { $names }
request-key = Key of { $name }
request-word = Word: { $word }
request-one = { $name }, { $day } { $month }: { $amount }
request-all-hours = Ordinary hours: { $count }
question-of-long-ago = { $name } had a question on { $day }. I no longer keep the words.
button-question-closed = Done already
question-closed = Good, that question is closed.
ask-word-right = { $name } taught me: <i>{ $word }</i> is { $group }. Is that right?
button-word-right = Right
word-is-right = Good, I remember <i>{ $word }</i>.
approve-all = { $name }: { $entry }. Is it right?
hours-of = { $name }: { $entry }
ask-approve-these = Shall I approve these hours?
requests-more-hours = And { $count } more after that.
button-approve-these = Approve ({ $count })
button-one-by-one = One by one
ask-which-hours = Which hours do you want to see?
button-requests-left = Still waiting: { $count }
decided-together = Approved: { $count ->
    [one] once
   *[other] { $count } times
}.
told-approved-several = Your hours are approved: { $count } times, { $amount } together.

command-vrijwilligers = volunteers, hours and pace
command-name-vrijwilligers = volunteers
volunteers-for-coordinators = Only the coordinator can see this list.
ask-volunteers-room = Of which room?
no-volunteers = { $room } has no volunteers yet.
volunteers = <b>{ $room }</b>: { $count ->
    [one] 1 volunteer
   *[other] { $count } volunteers
}. On pace: { $on_pace }.
volunteers-page = These are { $first } to { $last }:
volunteer-line = <b>{ $name }</b>: { $amount }, { $stands }, last on { $day } { $month }
volunteer-line-never = <b>{ $name }</b>: no hours yet, { $stands }
volunteer-reached = target reached
volunteer-on-pace = on pace
volunteer-behind = not yet on pace
volunteer-too-early = too early
volunteer-away = on a break
volunteer-not-found = I find no volunteer called { $name }.
ask-which-volunteer = Whom do you want to see? You can also type a name.
