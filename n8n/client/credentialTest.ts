import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	ICredentialType,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { judge, type Failure, type FailureKind } from '../../bulk/request/failure';
import type { ServiceRequest } from '../../bulk/request/request';
import type { Client } from '../../bulk/request/send';
import { problemOf, sentence } from '../formError';
import { foreignAnswer } from '../foreignAnswer';
import { wrongAddress, type Explanation, type ServiceMessages } from '../messages';
import { readAccount, type CredentialRules } from './credential';
import { createTransport, type RequestContext } from './transport';

/** A person waits for it. */
const timeoutMs = 15_000;

/** What the test of a service's credential has to know. */
interface TestedCredential {
	rules: CredentialRules;
	/** The credential type, which completes the address and adds the key. */
	type: ICredentialType;
	/** Changes nothing, and is answered only to a valid key; `understands` tells the service's answer from others. */
	request: ServiceRequest;
	kindOf: Client['kindOf'];
	own: ServiceMessages['own'];
	/** What a refusal means for a credential. */
	explain(failure: Failure): Explanation;
}

/**
 * Makes the test that n8n runs when a credential is saved. n8n's own, which a credential can describe without code, is
 * green for every page that answers 200, and shows `ENOTFOUND` for a name that was not found.
 *
 * @returns a function for `methods.credentialTest` of a node, which its credential names under `testedBy`. It does not
 * throw
 */
export function credentialTest(tested: TestedCredential): ICredentialTestFunction {
	return async function (this: ICredentialTestFunctions, { data = {} }): Promise<INodeCredentialTestResult> {
		try {
			const { apiKey } = readAccount(data, tested.rules);
			const context = requestContext(this, tested.type, data);
			const transport = createTransport(context, tested.rules.credentialName, timeoutMs, apiKey);
			const verdict = judge(tested.request, await transport(tested.request), tested.kindOf);
			if (verdict.kind === 'done') return { status: 'OK', message: 'Connection successful!' };
			const { kind, trouble, response: { status, body } = {} } = verdict;
			return refusal(explainFailed(tested, { kind, trouble, status, body, ...once }));
		} catch (error) {
			return refusal(problemOf(error));
		}
	};
}

/** What a run would not take for the sign of a wrong address, because the service has answered before. */
const answersOfOthers: ReadonlyMap<FailureKind, string> = new Map([
	['unreadable', 'it answers with something else'],
	['notFound', 'it has nothing under what was asked for'],
]);

const once = { attempts: 1, mayHaveBeenApplied: false };

function explainFailed({ rules, own, explain }: TestedCredential, failure: Failure): Explanation {
	const foreign = foreignAnswer(failure, own) ?? answersOfOthers.get(failure.kind);
	return foreign === undefined
		? explain(failure)
		: wrongAddress(foreign, failure, { service: rules.service, own });
}

function refusal({ message, advice }: Pick<Explanation, 'message' | 'advice'>): INodeCredentialTestResult {
	return { status: 'Error', message: `${sentence(message)} ${advice}`.trim() };
}

/** n8n hands a test only its older way to send a request, which adds no credential. */
function requestContext(
	{ helpers }: ICredentialTestFunctions,
	{ authenticate }: ICredentialType,
	data: ICredentialDataDecryptedObject,
): RequestContext {
	return {
		helpers: {
			async httpRequestWithAuthentication(_credential: string, options: IHttpRequestOptions) {
				const { url, qs, method, headers, baseURL } =
					typeof authenticate === 'function' ? await authenticate(data, options) : options;
				const response: unknown = await helpers.request({
					...{ url, qs, method, headers, baseURL },
					timeout: timeoutMs,
					json: true,
					simple: false,
					resolveWithFullResponse: true,
					// A redirect would carry the key to wherever it points.
					followRedirect: false,
				});
				return response;
			},
		},
	};
}
