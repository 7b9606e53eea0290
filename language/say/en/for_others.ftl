others-who = { $count ->
    [one] Who else was there?
   *[other] Who else were there?
}
others-who-type = Who else was there? Type the name, or more names.
others-who-reply = Who else was there? Reply to this message with the name.
others-which = Who is { $name }?
others-knows = I do not know { $name } yet. Does { $name } take part, and know that you note hours?
others-own-already = Your hours were there already: { $entry }.
others-noted = { $count ->
    [one] { $names } has the same hours.
   *[other] { $names } have the same hours.
}
others-alone = Hours of others: { $entry }.
others-noted-alone = Noted for { $names }.
others-put-forward = { $by ->
    [leader] For { $names } I ask the group's leader.
   *[other] For { $names } I ask the coordinator.
}
others-already = { $count ->
    [one] { $names } had these hours already.
   *[other] { $names } had these hours already.
}
others-left-out = Not noted for { $names }: it does not fit on that day.
others-not-told = I cannot write to { $names }. Please tell them yourself.
button-others-there = ✓ { $name }
button-others-other = + somebody else
button-others-done = Done
button-others-skip = Skip

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
others-what-wrong = { $entry }, for { $names }. What is wrong?
others-who-not = Who was not there?
others-changed = Changed for { $names }: { $entry }.
others-left-as-it-was = For { $names } it does not fit on that day. I left that as it was.
others-withdrawn = Removed for { $names }: { $entry }.
others-put-right = Changed: { $entry }.
button-people = Who was there
button-delete-all = Remove all
others-along = Did { $name } take part as a volunteer too?
