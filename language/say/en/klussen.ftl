klus-asked = <b>Job { $number }</b> is on the list: { $what }.
klus-ask-what = What needs to be done? For example: <i>broken lamp</i>.
klus-ask-place = Where is it? Only those who do the job will see this.
klus-place-kept = I keep that with job { $number }: { $what }.
klus-place-skipped = All right, then I do not know where it is.
klus-place = Where: { $place }
klus-place-not-told = You did not say where it is.
klus-place-unknown = I do not know where it is. { $name } may know.
klus-ask-corporation = Which housing corporation owns the home?
klus-ask-corporation-of = Which housing corporation owns the home of job { $number } ({ $what })?
klus-corporation-set = Job { $number }: { $name }.
klus-corporation-none = Job { $number }: none of these corporations.

klus-new = New <b>job { $number }</b>: { $what }.
klus-open-again = <b>Job { $number }</b> is open again: { $what }.
klus-you-do = You do <b>job { $number }</b>: { $what }.
klus-taken-already = { $count ->
    [one] { $names } already does job { $number }: { $what }. Will you join?
   *[other] { $names } already do job { $number }: { $what }. Will you join?
}
klus-told-taken = { $name } will do job { $number }: { $what }.
klus-given-back = All right, job { $number } is not yours any more.
klus-dropped = Job { $number } is cancelled: { $what }.
klus-reopened = Job { $number } is open again: { $what }.
klus-parted = Job { $number } counts by itself again.
klus-closed-already = This job is not open any more.
klus-changed = Changed. Job { $number }: { $what }.

klus-ask-give = Who gets job { $number }: { $what }? You can also type a name.
klus-given = { $name } does job { $number } now.
klus-given-to-you = { $name } asks you to do <b>job { $number }</b>: { $what }.
klus-given-unreachable =
    Job { $number } is for { $name } now: { $what }.
    { $name } cannot read my messages. Please tell it yourself.
    { $asker } knows where it is.
klus-nobody-called = I do not know that name here. Type another name.
klus-several-called = More than one person is called { $name } here. Choose with a button.

klus-ask-which-done = Which job is done?
klus-ask-minutes = Job { $number }: { $what }. How long did it take?
klus-ask-together = Did you do job { $number } alone, or with somebody? Names are fine.
klus-ask-anybody-else = Did anybody help besides { $names }?
klus-also-for = Also noted for { $names }
klus-left-out = For { $names } I could not note anything. They must do that themselves.
klus-unknown = I do not know { $names } here. So I noted nothing for them.
klus-add-unknown = You can add them: choose <i>Not right</i>, then <i>Who did it</i>.
klus-is-done = <b>Job { $number }</b> is done: { $what }.
klus-hours-added = These hours belong to job { $number }: { $what }. It counts once.
klus-hours-once = These hours were there already. I count them once.
klus-ask-same-open = Is this job { $number }: { $what }?
klus-ask-same-asked = Job { $number } was asked for too: { $what }. Is this the same?
klus-ask-same-done = Job { $number } was done that day too: { $what }. Is this the same?

klus-choose = Choose a job.
klus-none = No job is open now.
klus-no-such-number = I do not know job { $number }.
klus-count-mine = { $count ->
    [one] You do 1 job.
   *[other] You do { $count } jobs.
}
klus-count-waiting = { $count ->
    [one] 1 job waits for somebody.
   *[other] { $count } jobs wait for somebody.
}
klus-count-taken = { $count ->
    [one] 1 job is done by somebody else.
   *[other] { $count } jobs are done by others.
}
klus-title = <b>Job { $number }</b>: { $what }
klus-asked-on = Asked: { $day }
klus-state = State: { $state }
klus-state-asked = nobody does it yet
klus-state-taken = somebody is at work on it
klus-state-done = done on { $day }
klus-state-dropped = cancelled
klus-state-duplicate = double, it is job { $number }
klus-who = Who: { $names }
klus-corporation = Corporation: { $name }
klus-photos = Photos: { $count }

klus-photo-which = Which job is this photo of?
klus-photo-when = Is this photo from before or after job { $number }?
klus-photo-before = Photo kept with job { $number }: this was before.
klus-photo-after = Photo kept with job { $number }: this is after.
klus-photo-is-before = Job { $number }, before. Photo { $place } of { $count }.
klus-photo-is-after = Job { $number }, after. Photo { $place } of { $count }.
button-klus-photos = Photos
button-klus-photo-next = Next photo
klus-photo-dropped = All right, I do not keep the photo.

klus-what-wrong = Job { $number }: { $what }. What is wrong?
klus-edit-unclear = You changed your message.
klus-ask-new-what = What is or was job { $number }? Type it in a few words.
klus-ask-new-place = Where is or was job { $number }? Type the address or the name.
klus-ask-who =
    Job { $number } was done by: { $names }
    Who must be added, or removed?
klus-ask-who-nobody = Who did job { $number }?
klus-ask-company = With whom did you do job { $number }? You can also type a name.
button-klus-not-known = I do not know
klus-own-words = The hours of { $name } are not yours to change. Ask { $name } or the coordinator.
klus-ask-same-as = Job { $number } is double. Which job is it too?
klus-no-other = I know no other job. Nothing was changed.
klus-merged = Job { $number } is the same as job { $kept }: { $kept_what }. It counts once.
klus-ask-keep-hours = Then job { $number } does not count. Do your hours stay?
klus-ask-stays = Job { $number } has no hours any more. Was this job done?
klus-stays = All right, job { $number } stays: { $what }.
klus-removed = Job { $number } does not count any more: { $what }.

button-klus-take = I will do it
button-klus-join = I will join
button-klus-give = Give to somebody
button-klus-return = Not after all
button-klus-done = Done
button-klus-drop = Cancel job
button-klus-reopen = Open again
button-klus-part = Not double
button-klus-skip = Skip
button-klus-alone = Alone
button-klus-with = With { $names }
button-klus-nobody-else = No, nobody else
button-klus-helped = I helped too
button-klus-same = Yes, the same
button-klus-other = No, another one
button-klus-before = Before
button-klus-after = After
button-klus-was-before = Was before
button-klus-was-after = Was after
button-klus-photo-away = Remove photo
button-klus-not = Not { $name }
button-klus-stays = Yes, it was done
button-klus-goes = No, not done
button-klus-wrong-what = What it was
button-klus-wrong-place = Where it was
button-klus-wrong-corporation = Corporation
button-klus-wrong-who = Who did it
button-klus-wrong-double = Was double
button-klus-wrong-undone = Not done after all
button-klus-wrong-no-klus = Was no job

command-klussen = jobs that are open
command-name-klussen = jobs

data-klussen = Jobs
data-klussen-why = You asked for these, or do them. I erase places 30 days after the job is done.
data-klus-asked = asked
data-klus-done = done or in hand
data-klus-state-asked = waits for somebody
data-klus-state-taken = in hand
data-klus-state-done = done
data-klus-state-dropped = cancelled
data-column-part = Your part
data-column-place = Where
data-column-photos = Photos of yours
