// The bot's text (bold, italic, everything else escaped) as nodes. Unknown tags stay the text that they are.

const TOKEN = /<(\/?)(b|i)>|&(?:amp|lt|gt|quot|#39|#x27);/g;
const ESCAPED = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };

export function rich(text) {
  const whole = document.createDocumentFragment();
  const open = [whole];
  let from = 0;
  for (const token of text.matchAll(TOKEN)) {
    const [all, closes, tag] = token;
    open.at(-1).append(text.slice(from, token.index));
    from = token.index + all.length;
    if (!tag) {
      open.at(-1).append(ESCAPED[all]);
    } else if (!closes) {
      const element = document.createElement(tag);
      open.at(-1).append(element);
      open.push(element);
    } else if (open.at(-1).localName === tag) {
      open.pop();
    }
  }
  open.at(-1).append(text.slice(from));
  return whole;
}
