import type { Picture } from "../messages.ts";
import type { PictureName } from "../pictures/picture-names.ts";
import { element } from "./element.ts";

/** A place for a picture; hidden until one is drawn, as the table beside it says the same. */
export function pictureFrame(name: PictureName): HTMLElement {
  return element("figure", { id: frameId(name), hidden: "" });
}

/** Puts a drawn picture into its frame, with its words as text of the page and as title and description of the image. */
export function showPicture({ name, svg, title, subtitle, description }: Picture): void {
  const frame = document.getElementById(frameId(name));
  if (frame === null) return;
  const drawing = document.importNode(
    new DOMParser().parseFromString(svg, "image/svg+xml").documentElement,
    true,
  );
  const ids = [`${frameId(name)}-title`, `${frameId(name)}-description`] as const;
  drawing.prepend(svgText("title", ids[0], title), svgText("desc", ids[1], description));
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-labelledby", ids[0]);
  drawing.setAttribute("aria-describedby", ids[1]);
  const caption = element("figcaption", {}, element("strong", {}, title), element("span", {}, subtitle));
  frame.replaceChildren(caption, drawing);
  frame.hidden = false;
}

function frameId(name: PictureName): string {
  return `picture-${name}`;
}

function svgText(tag: "title" | "desc", id: string, text: string): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  made.id = id;
  made.textContent = text;
  return made;
}
