// What a phone can send besides words: how it is called and drawn.

export const THINGS = {
  photo: { name: "Foto", icon: "photo", captioned: true },
  video: { name: "Video", icon: "video", captioned: true },
  file: { name: "Bestand", icon: "file", captioned: true },
  voice: { name: "Spraakbericht", icon: "voice" },
  sticker: { name: "Sticker", icon: "sticker" },
  location: { name: "Locatie", icon: "location" },
  contact: { name: "Contact", icon: "contact" },
};

/** The choices of the + menu: the message that each sends, given what stands in the text box. */
export const ODD_CHOICES = [
  ...Object.entries(THINGS).map(([kind, { name, icon, captioned }]) => ({
    name,
    icon,
    takesText: Boolean(captioned),
    message: (text) => ({ kind, text: captioned ? text : "" }),
  })),
  {
    name: "Doorgestuurd bericht",
    icon: "forward",
    takesText: true,
    message: (text) => ({ forwarded: true, text: text || "3 uur kookgroep gisteren" }),
  },
  { name: "Leeg bericht", icon: "empty", takesText: false, message: () => ({ text: "" }) },
];

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/tryout/static/icons.svg#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}
