couple-in-group-chat = Do that in the group chat. Put me in it, and type /couple there.
couple-not-allowed = Only the group's leader or the coordinator can couple this chat.
couple-how = Hello! Does this chat belong to a group? Then type /couple.
couple-which = Which group does this chat belong to?
couple-other-group = This chat belongs to <b>{ $now }</b> now. Should it be <b>{ $group }</b>?
couple-other-chat = <b>{ $group }</b> has another chat already. Should it be this one?
couple-done-already = This chat belongs to <b>{ $group }</b> already.
coupled = This chat belongs to <b>{ $group }</b> now.
coupled-sees-all = Write what you did: <i>2 hours with four of us</i>. Other talk I do not keep.
coupled-sees-little = I only read /hours, @my name and replies to me. Make me an admin, and I read everything.
uncoupled = This chat belongs to no group any more. I note nothing for the group here.
uncoupled-moved = <b>{ $group }</b> has another chat now. This one belongs to no group.
uncouple-not-coupled = This chat belongs to no group.
put-out-of-chat = I cannot be in the chat of <b>{ $group }</b> any more. Will you put me back?

group-chat-stranger = I do not know you yet. Want to join? Write to me in a chat of your own.
group-chat-anonymous = I cannot see who you are. Turn off "remain anonymous" and try again.
group-chat-in-private = I send it to you in private.
group-chat-cannot-write = I cannot write to you in private. Open a chat with me.
group-chat-unclear = I do not understand. Write for example: <i>2 hours garden yesterday</i>.
failed-in-group-chat = Something went wrong on my side. Please send it again.

command-koppel = couple this chat to a group
command-ontkoppel = uncouple this chat
command-name-koppel = couple
command-name-ontkoppel = uncouple

data-chats = Group chats that you coupled
data-chats-why = So we know who coupled a chat to a group.
data-column-chat = Chat
