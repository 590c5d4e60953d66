import { z } from 'zod';
import type { OpenApiDocument } from './document';
import { nodesIn, propertiesOf, refName, type SchemaNode } from './schemaNodes';

const uuid4 = '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

/** Formats that no validator knows, and so would let anything pass. */
const formats: Readonly<Record<string, SchemaNode>> = {
	uuid4: { pattern: uuid4 },
	'ISO 8601': { format: 'date-time' },
};

/**
 * Makes a copy of the file say what it means: a key that it does not name is wrong, in requests and in answers,
 * and its own formats are checked. OpenAPI alone takes both for anything.
 */
export function tighten(document: OpenApiDocument): void {
	const { schemas } = document.components;
	for (const schema of Object.values(schemas)) joinParts(schema, schemas);
	for (const node of nodesIn(document)) {
		const exact = formats[String(node['format'])];
		if (exact) {
			delete node['format'];
			Object.assign(node, exact);
		}
		if (Object.keys(propertiesOf(node)).length > 0 && node['type'] === 'object') {
			node['additionalProperties'] ??= false;
		}
	}
}

/** One object instead of an `allOf`, whose parts could not be closed each by itself. */
function joinParts(schema: SchemaNode, schemas: OpenApiDocument['components']['schemas']): void {
	const parts = z.array(z.record(z.unknown())).safeParse(schema['allOf']).data;
	if (!parts) return;
	const properties = parts.map((part) => propertiesOf(schemas[refName(part) ?? ''] ?? part));
	delete schema['allOf'];
	Object.assign(schema, { type: 'object', properties: structuredClone(Object.assign({}, ...properties)) });
}
