report-who = { $count ->
    [one] Who else was there?
   *[other] Who else were there?
}
report-who-type = Who else was there? Type the name, or more names.
report-who-reply = Who else was there? Reply to this message with the name.
report-which = Who is { $name }?
report-knows = I do not know { $name } yet. Does { $name } take part, and know that you note hours?
report-own-already = Your hours were there already: { $entry }.
report-noted = { $count ->
    [one] { $names } has the same hours.
   *[other] { $names } have the same hours.
}
report-alone = Hours of others: { $entry }.
report-noted-alone = Noted for { $names }.
report-put-forward = { $by ->
    [leader] For { $names } I ask the group's leader.
   *[other] For { $names } I ask the coordinator.
}
report-already = { $count ->
    [one] { $names } had these hours already.
   *[other] { $names } had these hours already.
}
report-left-out = Not noted for { $names }: it does not fit on that day.
report-not-told = I cannot write to { $names }. Please tell them yourself.
button-report-there = ✓ { $name }
button-report-other = + somebody else
button-report-done = Done
button-report-skip = Skip

named-ask = { $count ->
    [one] According to { $name }, { $names } was there too: { $entry }. Is that right?
   *[other] According to { $name }, { $names } were there too: { $entry }. Is that right?
}
named-ask-others = { $count ->
    [one] According to { $name }, { $names } was there: { $entry }. Is that right?
   *[other] According to { $name }, { $names } were there: { $entry }. Is that right?
}
named-unknown = { $name } also names { $names } at { $entry }. I do not know them.
named-unknown-too = And also { $names }. I do not know them.
named-confirmed = Noted for { $names }: { $entry }.
named-refused = Good, I note nothing for { $names }.
told-named-refused = According to { $name } this is not right for { $names }: { $entry }.
button-named-confirm = Yes, note it
report-what-wrong = { $entry }, for { $names }. What is wrong?
report-who-not = Who was not there?
report-changed = Changed for { $names }: { $entry }.
report-left-as-it-was = For { $names } it does not fit on that day. I left that as it was.
report-withdrawn = Removed for { $names }: { $entry }.
report-put-right = Changed: { $entry }.
button-people = Who was there
button-delete-all = Remove all
report-along = Did { $name } take part as a volunteer too?
