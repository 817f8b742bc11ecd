/** The part of Eleventy 3.1 that we use; the package ships no types. */
declare module "@11ty/eleventy" {
  /** The configuration object that a configuration file receives. */
  export interface EleventyConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    addGlobalData(name: string, data: unknown): void;
    addCollection(name: string, collect: (api: CollectionApi) => readonly CollectionItem[]): void;
    addTemplate(virtualPath: string, template: VirtualTemplate): void;
    /** A text in the language of the path's ending, and its data. */
    addTemplate(virtualPath: string, content: string, data: object): void;
    /** Endings of files with data beside templates; none where the list is empty. */
    setDataFileSuffixes(suffixes: readonly string[]): void;
    /** Whether files that the project's .gitignore names are no templates. */
    setUseGitIgnore(uses: boolean): void;
    /** From the input folder. */
    setDataDirectory(dir: string): void;
    setLibrary(extension: string, library: MarkdownLibrary): void;
    on(event: "eleventy.before", listener: (event: BeforeEvent) => void): void;
    on(event: "eleventy.after", listener: (event: AfterEvent) => Promise<void> | void): void;
  }
  export interface BeforeEvent {
    readonly outputMode: "fs" | "json" | "ndjson";
  }
  export interface AfterEvent {
    readonly directories: { readonly output: string };
    readonly outputMode: "fs" | "json" | "ndjson";
    readonly results: readonly RenderedTemplate[];
  }
  export interface CollectionApi {
    getAll(): readonly CollectionItem[];
  }
  export interface CollectionItem {
    /** Path of the template from the project, with a leading `./`. */
    readonly inputPath: string;
    /** The rendered body. */
    readonly content: string;
  }
  export interface VirtualTemplate {
    data(): Readonly<Record<string, unknown>>;
    render(data: TemplateData): string | Promise<string>;
  }
  export interface TemplateData {
    readonly collections: { readonly all: readonly CollectionItem[] };
  }
  export interface MarkdownLibrary {
    render(source: string): string;
  }
  export interface EleventyOptions {
    /** Empty where there is none. */
    readonly configPath: string;
    readonly quietMode: boolean;
    readonly source: "script" | "cli";
    config(eleventyConfig: EleventyConfig): Promise<void>;
  }
  export interface EleventyDirectories {
    readonly input: string;
    readonly output: string;
  }
  /** What `toJSON` gives for each template; `outputPath` is false where nothing is written. */
  export interface RenderedTemplate {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly content: string;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    toJSON(): Promise<readonly RenderedTemplate[]>;
    write(): Promise<unknown>;
  }
}
