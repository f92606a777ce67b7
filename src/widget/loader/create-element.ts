/** One element with its properties and children. No markup strings: pages may enforce Trusted Types. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A stroked icon of 24 × 24 from one path. */
export function createIcon(path: string): SVGElement {
  const create = (tag: 'svg' | 'path', name: string, value: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.setAttribute(name, value);
    return element;
  };
  const icon = create('svg', 'viewBox', '0 0 24 24');
  icon.append(create('path', 'd', path));
  return icon;
}
