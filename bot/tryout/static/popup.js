// A button with a menu above it: arrows walk through it, Escape and a click elsewhere close it.

/** Makes the menu of `root` work; `choices` is asked each time it opens: [{ content: Node[], choose }]. */
export function popup(root, choices) {
  const button = root.querySelector("[aria-haspopup]");
  const menu = root.querySelector("[role=menu]");

  const isOpen = () => !menu.hidden;

  const close = () => {
    menu.hidden = true;
    button.ariaExpanded = "false";
  };

  const open = () => {
    menu.replaceChildren(...choices().map(({ content, choose }) => {
      const item = document.createElement("button");
      item.type = "button";
      item.role = "menuitem";
      item.tabIndex = -1;
      item.className = "menu-item";
      item.append(...content);
      item.addEventListener("click", () => {
        close();
        choose();
      });
      return item;
    }));
    menu.hidden = false;
    button.ariaExpanded = "true";
    menu.firstElementChild.focus();
  };

  button.addEventListener("click", () => {
    if (!isOpen()) return open();
    close();
    return button.focus();
  });
  // Safari takes the focus away at a press of the mouse: the menu would close before the click arrives.
  root.addEventListener("mousedown", (event) => event.preventDefault());

  root.addEventListener("keydown", (event) => {
    if (!isOpen()) return;
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const next = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at < 0 ? -1 : at - 1,
      ArrowLeft: at < 0 ? -1 : at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (next !== undefined) {
      items.at(next % items.length).focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!root.contains(event.target)) close();
  });
}
