import { z } from 'zod';

/** A part of a JSON document, to be changed in place. */
export type SchemaNode = Record<string, unknown>;

const isNode = (value: unknown): value is SchemaNode =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a document, itself first. */
export function* nodesIn(value: unknown): Generator<SchemaNode> {
	if (isNode(value)) yield value;
	if (typeof value !== 'object' || value === null) return;
	for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** The properties of a schema; none when it is no object's. */
export function propertiesOf(schema: SchemaNode | undefined): Record<string, SchemaNode> {
	const properties = schema?.['properties'];
	if (!isNode(properties)) return {};
	return Object.fromEntries(
		Object.entries(properties).flatMap(([name, property]) => (isNode(property) ? [[name, property]] : [])),
	);
}

/** The name of the schema that a `$ref` leads to. */
export function refName(schema: unknown): string | undefined {
	const ref = z.object({ $ref: z.string() }).safeParse(schema).data?.$ref;
	return ref?.split('/').at(-1);
}
