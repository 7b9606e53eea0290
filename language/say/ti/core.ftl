language-name = ትግርኛ
