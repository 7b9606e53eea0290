# Tallies: cases that count for the agreement, without anybody's name.

tally-kind-referred = Referral
tally-kind-taking_part = Takes part now
tally-kind-placement = Work placement
tally-kind-newcomer = New resident
tally-kind-paid_work = Paid work
tally-kind-agency = Help from an agency
tally-kind-partner = Partner

tally = { $kind } { $number }
tally-counted-before = counted before
tally-takes-part = takes part since { $day }
tally-count = { $kind }: { $count }
tally-told = Counted: { $tallies }.
tally-changed = Changed: { $tallies }.
tally-withdrawn = Taken away: { $tally }.
tally-dropped = All right, I count nothing.
tally-not-allowed = Only the group leader or coordinator can count this.
tally-too-many = That is a lot at once. Count { $most } at most.
tally-no-person = Do not name a person. What is the organisation called?
tally-none-referred = There is nobody who still has to take part.
tally-no-such-number = I do not know number { $number }. Look at /tallies.
tally-not-referred = Number { $number } is no referral.
tally-takes-part-already = Number { $number } takes part already.
tally-partner-known = { $organisation } counts already in { $year }.

ask-tally-kind = What do you want to count?
ask-tally-number = Who takes part now? Choose the number.
ask-tally-partner = What is the partner called?
ask-tally-agency = Which agency was it?
ask-tally-alike = Is that { $organisation }?
ask-tally-before = Is this resident new, or counted before?
ask-tally-wrong = { $tally }. What do you want to change?
ask-tally-new-date = Which day was it?
ask-tally-new-organisation = What is the organisation called?
ask-which-tally = Which one is wrong?

tallies = Counted in { $year }:
no-tallies = Nothing was counted in { $year } yet.
button-new-tally = New case
button-tally = { $kind } { $number }
button-do-not-know = I do not know
button-another = No, another one
button-counted-before = Counted before
button-organisation = Organisation
button-takes-part = Takes part now
button-takes-no-part = Takes no part

command-name-tellingen = tallies
command-tellingen = Count for the agreement
