/**
 * Runs in the world that proves. Reads elements past the names in the document: a control named
 * `children` or `closest` hides what its form has of that name, in every world (HTML Standard, 4.10.3).
 * What could be a form is read by these functions. They change nothing.
 */
export interface DomAccess {
  readonly attribute: (element: Element, name: string) => string | null;
  readonly attributeNS: (element: Element, namespace: string, name: string) => string | null;
  readonly attributesOf: (element: Element) => readonly Attr[];
  readonly setAttribute: (element: Element, name: string, value: string) => void;
  readonly localNameOf: (element: Element) => string;
  readonly parentOf: (node: Node) => Element | null;
  readonly childrenOf: (node: Node) => readonly ChildNode[];
  readonly previousOf: (node: Node) => ChildNode | null;
  readonly contains: (outer: Node, inner: Node) => boolean;
  readonly closest: (element: Element, selector: string) => Element | null;
  readonly boxOf: (element: Element) => DOMRect;
  /** What an element out of the flow is positioned against. */
  readonly offsetParentOf: (element: HTMLElement) => Element | null;
}

export function installDomAccess(): void {
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

  const dom: DomAccess = {
    attribute: (element, name) => Element.prototype.getAttribute.call(element, name),
    attributeNS: (element, namespace, name) =>
      Element.prototype.getAttributeNS.call(element, namespace, name),
    attributesOf: (element) => [...(attributes(element) as NamedNodeMap)],
    setAttribute: (element, name, value) => {
      Element.prototype.setAttribute.call(element, name, value);
    },
    localNameOf: (element) => localName(element) as string,
    parentOf: (node) => parentElement(node) as Element | null,
    childrenOf: (node) => [...(childNodes(node) as NodeListOf<ChildNode>)],
    previousOf: (node) => previousSibling(node) as ChildNode | null,
    contains: (outer, inner) => Node.prototype.contains.call(outer, inner),
    closest: (element, selector) => Element.prototype.closest.call(element, selector),
    boxOf: (element) => Element.prototype.getBoundingClientRect.call(element),
    offsetParentOf: (element) => offsetParent(element) as Element | null,
  };
  window.proof = { ...window.proof, dom, shadowTrees: [] };
}
