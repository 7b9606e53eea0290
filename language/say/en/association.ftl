# The residents' association: who is a member of it.

association-for-coordinators = Only the coordinator can see the members.
association-count = Residents' association { $room }: { $count } members.
ask-association-names = Who is a member now? Type the name, or more names with commas.
association-names-again = Type names alone, { $most } at most. For example: <i>Piet Bakker, Els Smit</i>.
ask-association-same = Is { $name } one of these people?
ask-association-what = { $name } has been a member since { $day }. What do you want to change?
association-added = Registered as a member: { $names }
association-already = A member already: { $names }
association-told = { $name } registered you as a member of the residents' association.
association-denied = Good that you say so. You are no member.
association-was-denied = { $name } is no member of the residents' association. I took it away.
association-ended = { $name } is no member from now on.
association-mistake = Taken away: { $name }.
button-add-member = Add a member
button-somebody-else = Somebody else
button-association-ended = No member any more
button-association-mistake = It was a mistake

command-name-vereniging = association
command-vereniging = Members of the association
