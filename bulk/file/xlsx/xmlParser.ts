import { SaxesParser } from 'saxes';
import { decodeTexts } from '../encoding/decodeTexts';
import { cutToPieces } from '../pieces';
import { maxRowCharacters } from '../row';
import { brokenWorkbook } from './brokenWorkbook';

/** No part of a workbook has elements within elements so deep. */
const maxDepth = 100;

/** The attributes of an element by their names, prefixes included. */
export type Attributes = Readonly<Partial<Record<string, string>>>;

/** Is told what stands in XML. Names of elements come without a prefix: which one it is differs by program. */
export interface XmlHandler {
	open(name: string, attributes: Attributes): void;
	close(name: string): void;
	/** A part of the text in the element that was opened last and is not closed. */
	text?(text: string): void;
}

/**
 * Reads XML that comes in parts. What is neither a new element nor the end of one is held in memory by the parser, so it
 * may only be as long as a row.
 */
export class XmlParser {
	private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({
		xmlns: false,
		position: false,
	});
	private depth = 0;
	private sinceTag = 0;

	/**
	 * @param path of the part of the workbook, for messages
	 * @param handler what it throws comes out of `push`
	 */
	constructor(
		private readonly path: string,
		handler: XmlHandler,
	) {
		const { parser } = this;
		parser.on('error', ({ message }) => {
			throw this.broken(message);
		});
		parser.on('doctype', () => {
			throw this.broken('it has a document type, as no program writes it');
		});
		parser.on('opentag', ({ name, attributes }) => {
			this.sinceTag = 0;
			this.depth += 1;
			if (this.depth > maxDepth) throw this.broken('its elements stand too deep within each other');
			handler.open(localName(name), attributes);
		});
		parser.on('closetag', ({ name }) => {
			this.sinceTag = 0;
			this.depth -= 1;
			handler.close(localName(name));
		});
		parser.on('text', (text) => handler.text?.(text));
		parser.on('cdata', (text) => handler.text?.(text));
	}

	/** @throws FileProblem when it is no XML, or such as no workbook has */
	push(text: string): void {
		this.sinceTag += text.length;
		this.parser.write(text);
		if (this.sinceTag > maxRowCharacters) throw this.broken('a text or a tag in it does not end');
	}

	/** @throws FileProblem when the XML is not complete */
	end(): void {
		this.parser.close();
	}

	private broken(reason: string): Error {
		return brokenWorkbook(`The workbook is damaged: its part "${this.path}" cannot be read (${reason})`);
	}
}

/**
 * Reads a whole part.
 *
 * @param bytes of the part
 * @throws FileProblem as `XmlParser`; what `bytes` and the handler throw
 */
export async function readXml(
	bytes: AsyncIterable<Uint8Array>,
	path: string,
	handler: XmlHandler,
): Promise<void> {
	const parser = new XmlParser(path, handler);
	for await (const text of xmlTexts(bytes)) parser.push(text);
	parser.end();
}

/** Makes text of the bytes of XML: UTF-16 by its mark, otherwise UTF-8. */
export function xmlTexts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
	return decodeTexts(cutToPieces(bytes), 'utf-8');
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
