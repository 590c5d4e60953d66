import Fastify from 'fastify';
import { z } from 'zod';

const asked = z.object({
	messages: z.array(z.object({ role: z.string(), content: z.unknown() }).passthrough()),
	tools: z
		.array(
			z.object({
				function: z.object({ name: z.string(), description: z.string(), parameters: z.unknown() }),
			}),
		)
		.default([]),
});

/** A chat model that follows a script: it calls the tool it is given, then quotes what the tool answered last. */
export interface ScriptedModel {
	/** What OpenAI's credential takes as Base URL. */
	baseUrl: string;
	/**
	 * What the tool is called with from now on.
	 *
	 * @param times how often, one call after the answer to the other; once unless it is said
	 */
	callWith(toolArguments: Record<string, unknown>, times?: number): void;
	/** The tool as it was last described to the model. */
	tool(): { name: string; description: string; parameters?: unknown };
	/** What the tool answered the model last. */
	toolAnswer(): string;
	close(): Promise<void>;
}

/** Starts an OpenAI-compatible chat model on 127.0.0.1 (POST /v1/chat/completions, without streaming). */
export async function startScriptedModel(): Promise<ScriptedModel> {
	let next: Record<string, unknown> = {};
	let callsLeft = 0;
	let lastTool: z.infer<typeof asked>['tools'][number]['function'] | undefined;
	let lastAnswer = '';
	const server = Fastify();
	server.post('/v1/chat/completions', (request) => {
		const { messages, tools } = asked.parse(request.body);
		const [tool] = tools;
		const last = messages.at(-1);
		if (last?.role === 'tool') {
			lastAnswer = typeof last.content === 'string' ? last.content : JSON.stringify(last.content);
			if (callsLeft === 0) {
				return completion({ role: 'assistant', content: `The tool says: ${lastAnswer}` }, 'stop');
			}
		}
		if (!tool) throw new Error('The model was given no tool.');
		lastTool = tool.function;
		const call = { name: tool.function.name, arguments: JSON.stringify(next) };
		const tool_calls = [{ id: `call_${callsLeft--}`, type: 'function', function: call }];
		return completion({ role: 'assistant', content: null, tool_calls }, 'tool_calls');
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl: `${address}/v1`,
		callWith(toolArguments, times = 1) {
			next = toolArguments;
			callsLeft = times;
			lastTool = undefined;
			lastAnswer = '';
		},
		tool() {
			if (lastTool) return lastTool;
			throw new Error('The model was not asked.');
		},
		toolAnswer: () => lastAnswer,
		close: () => server.close(),
	};
}

const completion = (message: object, finish_reason: string) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	created: 1_700_000_000,
	model: 'scripted',
	choices: [{ index: 0, message, finish_reason }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
