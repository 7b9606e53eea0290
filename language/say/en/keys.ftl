# Keys: who holds one, confirmed by both hands.

keys = Keys: { $count }.
key-line = { $name }, since { $day }
key-line-waits = { $name }, { $day } (not confirmed yet)
no-key = You have no key.
own-key = You have had a key since { $day }.
ask-key-who = Who gets a key?
ask-key-signed = Has { $name } signed for the key?
ask-key-what = What about the key of { $name }?
key-no-such-member = I do not know that name here.
key-not-signed = All right. Come back when it is signed.
key-given = { $name } holds a key now.
key-given-waits = I ask { $name } whether that is right. Then it counts.
key-returned = The key of { $name } is back.
key-returned-waits = I ask { $name } whether that is right.
key-mistake = Taken away: the key of { $name }.
key-back-waits = I ask the coordinator whether the key is back.
key-confirmed = Thank you! You are a key holder now.
key-confirmed-back = Thank you! The key is back.
key-denied = Good that you say so. I pass it on.
key-was-denied = { $name } says that it is not right about the key. Look at /keys.
ask-key-given = { $name } gave you a key to the building. Is that right?
ask-key-returned = { $name } got your key back. Is that right?
ask-key-came-back = { $name } says: the key is back. Is that right?
button-give-key = Give a key
button-key-back = I gave it back
button-key-returned = Key is back
button-key-mistake = It was a mistake
button-not-yet = Not yet

command-name-sleutels = keys
command-sleutels = Who holds a key

data-facts = Key and association
data-facts-why = Your coordinator counts key holders and members for the agreement.
data-fact-key = Key
data-fact-association = Member of the association
data-column-counts = Counts
