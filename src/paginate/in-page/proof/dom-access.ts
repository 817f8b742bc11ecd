/**
 * Runs in the world that proves. Reads elements past the names in the document: a control named
 * `children` or `closest` hides what its form has of that name, in every world (HTML Standard, 4.10.3).
 * What could be a form is read by these functions.
 */

/** What a prototype says of any object of its kind, whatever the object itself has of that name. */
const getterOf =
  (prototype: object, property: string) =>
  (target: object): unknown =>
    Reflect.get(prototype, property, target);
const attributes = getterOf(Element.prototype, "attributes");
const localName = getterOf(Element.prototype, "localName");
const parentElement = getterOf(Node.prototype, "parentElement");
const childNodes = getterOf(Node.prototype, "childNodes");
const previousSibling = getterOf(Node.prototype, "previousSibling");
const offsetParent = getterOf(HTMLElement.prototype, "offsetParent");

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function attributeNS(element: Element, namespace: string, name: string): string | null {
  return Element.prototype.getAttributeNS.call(element, namespace, name);
}

export function attributesOf(element: Element): readonly Attr[] {
  return [...(attributes(element) as NamedNodeMap)];
}

export function setAttribute(element: Element, name: string, value: string): void {
  Element.prototype.setAttribute.call(element, name, value);
}

export function localNameOf(element: Element): string {
  return localName(element) as string;
}

export function parentOf(node: Node): Element | null {
  return parentElement(node) as Element | null;
}

export function childrenOf(node: Node): readonly ChildNode[] {
  return [...(childNodes(node) as NodeListOf<ChildNode>)];
}

export function previousOf(node: Node): ChildNode | null {
  return previousSibling(node) as ChildNode | null;
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** What an element out of the flow is positioned against. */
export function offsetParentOf(element: HTMLElement): Element | null {
  return offsetParent(element) as Element | null;
}
