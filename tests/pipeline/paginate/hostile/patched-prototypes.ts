/** Documents that patch what the browser offers to every script. */
import { attack, unseen, type HostileDocument } from "./hostile-document.ts";

export const patchedPrototypes: Readonly<Record<string, HostileDocument>> = {
  "Range.getClientRects": attack(`
    const { getClientRects } = Range.prototype;
    Range.prototype.getClientRects = function () { return /stolen/.test(this.toString()) ? [] : getClientRects.call(this); };
    ${unseen}`),
  "Element.getBoundingClientRect": {
    ...attack(`
      Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1e6, 1e6);
      document.head.insertAdjacentHTML("beforeend", "<style>.stolen { height: 1.4em; overflow: hidden }</style>");`),
    outcome: "refused",
  },
  "Document.createTreeWalker": attack(`
    const { createTreeWalker } = Document.prototype;
    Document.prototype.createTreeWalker = function (root, what) {
      return createTreeWalker.call(this, root, what, (node) =>
        node instanceof Text && /stolen/.test(node.data) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    };
    ${unseen}`),
  getComputedStyle: attack(`
    const { getComputedStyle } = window;
    window.getComputedStyle = (element, pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return element.matches(".stolen") ? new Proxy(style, {
        get: (target, name) => name === "visibility" ? "hidden" : Reflect.get(target, name, target),
      }) : style;
    };
    ${unseen}`),
  "Document.querySelectorAll": attack(`
    const { querySelectorAll } = Document.prototype;
    Document.prototype.querySelectorAll = function (selector) {
      const found = querySelectorAll.call(this, selector);
      return selector === ".pagedjs_page" ? [] : found;
    };
    ${unseen}`),
  "String.trim": attack(`
    const { trim } = String.prototype;
    String.prototype.trim = function () { return /stolen/.test(this) ? "" : trim.call(this); };
    ${unseen}`),
  "CharacterData.data": attack(`
    const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, "data");
    Object.defineProperty(CharacterData.prototype, "data", { ...data, get() { return hide(data.get.call(this)); } });
    ${unseen}`),
  "Array.filter and JSON.stringify": attack(`
    const { filter, push } = Array.prototype;
    Array.prototype.push = function (...values) { return push.apply(this, filter.call(values, (value) => !/stolen/.test(value?.text ?? ""))); };
    const { stringify } = JSON;
    JSON.stringify = (value, ...rest) => hide(stringify(value, ...rest) ?? "");
    ${unseen}`),
  "Promise.then": attack(`
    const { then } = Promise.prototype;
    Promise.prototype.then = function (done, ...rest) {
      return then.call(this, done && ((value) => { if (isLaidOut()) steal(); return done(value); }), ...rest);
    };`),
  "WeakMap.has": attack(
    `WeakMap.prototype.has = () => true; WeakMap.prototype.get = () => "added";`,
  ),
  "Node.cloneNode and appendChild": attack(`
    const { appendChild, cloneNode } = Node.prototype;
    Node.prototype.cloneNode = function (deep) {
      const copy = cloneNode.call(this, deep);
      if (copy.className === "stolen") copy.textContent = "";
      return copy;
    };
    Node.prototype.appendChild = function (child) { return /stolen/.test(child.textContent) ? child : appendChild.call(this, child); };`),
  "everything an older library patches": {
    ...attack(`
      Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
      Array.from = (list) => [].slice.call(list);
      Function.prototype.bind = function (self) { const call = this; return function () { return call.apply(self, arguments); }; };
      Element.prototype.remove = function () { this.style.display = "none"; };
      document.getElementsByClassName = (name) => [...document.querySelectorAll("." + name)];`),
    outcome: "whole",
  },
};
