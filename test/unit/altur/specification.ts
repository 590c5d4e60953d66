const days = (path: string) => ['startTime', 'stopTime', 'active'].map((key) => `${path}.<day>.${key}`);

const changeable = [
	'name',
	'description',
	'timezone',
	'retries',
	'message_limit',
	'first_message',
	'template',
	'template_alt',
	...days('scheduling'),
	'cycles.max_iterations',
	'cycles.cooldown_minutes',
	'cycles.filter_statuses',
	'cycles.filter_tags',
	...days('cycles.schedule'),
	'cycles.schedule_start_date',
	'cycles.schedule_end_date',
];
const immutable = ['agent_id', 'integration_id', 'integration_type', 'cycles.enabled', 'cycles.mode'];

const campaignStatuses = ['pending', 'ready', 'active', 'inactive', 'cooldown', 'finished'];
const contactStatuses = [
	...['queue', 'sending', 'sent', 'delivered', 'voicemail', 'read'],
	...['failed', 'retrying', 'converted', 'answered', 'accepted', 'rejected'],
];
const inside = (object: string, fields: string[]) => fields.map((field) => `${object}.${field}`);

/** The operations of Altur's specification. */
export const operations = [
	'POST /campaigns',
	'GET /campaigns',
	'GET /campaigns/{id}',
	'PATCH /campaigns/{id}',
	'POST /campaigns/{id}/{action}',
	'POST /campaigns/{id}/contacts',
	'GET /campaigns/{id}/contacts',
	'GET /campaigns/{id}/contacts/{contact_id}',
	'DELETE /campaigns/{id}/contacts/{contact_id}',
	'GET /campaigns/{id}/calls',
	'POST /call',
	'GET /call/{id}',
	'GET /call/{id}/recording',
	'GET /thread/{id}',
	'GET /message/{thread_id}',
	'POST /message',
	'POST /enduser',
	'GET /enduser/{id}',
	'PUT /enduser/{id}',
	'DELETE /enduser/{id}',
];

/**
 * What Altur's specification names of the operations that the node has: parameters, fields, values, statuses and codes,
 * by the sections of docs/engineering/fidelity.md.
 */
export const specified: Record<string, readonly string[]> = {
	'Every request': [
		'Authorization',
		'Content-Type',
		'12 requests per second',
		'2xx',
		'401',
		'403',
		'429',
		'5xx',
	],
	Errors: [
		...['CampaignApiError', 'CampaignLifecycleConflictError', 'DRFBadRequestError', 'Error', 'detail'],
		...['FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'SERVER_ERROR', 'INVALID_REQUEST', 'INVALID_STATUS'],
		...['IMMUTABLE_FIELD', 'UNKNOWN_ACTION', 'AGENT_NOT_FOUND', 'INTEGRATION_NOT_FOUND'],
		...['INVALID_INTEGRATION_TYPE', 'INVALID_FILTER_TAG', 'INVALID_PHONE_NUMBER', 'MISSING_CONTACT'],
		...['CONTACT_NOT_FOUND', 'CONTACT_NOT_DELETABLE', 'CAMPAIGN_FINISHED', 'CYCLES_NOT_ENABLED'],
		...['SCHEDULED_MODE_ONLY', 'INVALID_STATUS_TRANSITION', 'BILLING_LIMIT_REACHED'],
	],
	'POST /campaigns': ['Idempotency-Key', ...immutable, ...changeable, '201', '400', '401', '402', '404'],
	'GET /campaigns': [
		...['agentId', 'status', 'integration', 'startDate', 'endDate', 'archived', 'pageSize', 'cursor'],
		...['createdAfter', 'createdBefore', 'startedAfter', 'startedBefore', 'endedAfter', 'endedBefore'],
		...campaignStatuses,
		...['200', '400', '401', 'total_count'],
		...inside('campaigns[]', [
			...['id', 'name', 'description', 'status', 'created_at', 'started_at', 'ended_at', 'agent.id'],
			...['agent.name', 'timezone', 'retries', 'archived', 'template', 'first_message'],
			...['concurrency_limit', 'cycle_enabled', 'cycle_max_iterations', 'cycle_cooldown_minutes'],
			...['cycle_filter_statuses[]', 'cycle_filter_tags[]', 'cycle_current_iteration'],
			...['cycle_last_iteration_at', ...days('scheduling')],
		]),
		...inside('pagination', ['has_next', 'has_previous', 'next_cursor', 'previous_cursor']),
	],
	'GET /campaigns/{id}': [
		...['id', '200', '401', '404'],
		...inside('campaign', [
			...['id', 'name', 'status', 'integration.id', 'integration.type', 'agent.id', 'agent.name'],
			...['created_at', ...days('scheduling'), 'cycles', 'analytics'],
		]),
	],
	'PATCH /campaigns/{id}': ['id', ...changeable, ...immutable, '200', '400', '401', '404', '409'],
	'POST /campaigns/{id}/{action}': [
		...['id', 'activate', 'pause', 'resume', 'archive', '200', '400', '401', '402', '404', '409'],
	],
	'POST /campaigns/{id}/contacts': [
		...['id', 'Idempotency-Key', 'contacts', 'if_duplicate', 'skip', 'update'],
		...inside('contacts[]', ['contact', 'name', 'context', 'extracted_data', 'f_id']),
		...['201', '400', '401', '404', 'success'],
		...inside('summary', ['created', 'updated', 'skipped_duplicate', 'failed']),
		...inside('results[]', ['index', 'status', 'id', 'contact', 'error']),
		...['created', 'updated', 'skipped_duplicate', 'failed'],
	],
	'GET /campaigns/{id}/contacts': [
		...[
			'id',
			'status',
			'pageSize',
			'pageIndex',
			...contactStatuses,
			'200',
			'400',
			'401',
			'404',
			'total_count',
		],
		...inside('pagination', ['has_next', 'has_previous', 'next_page', 'previous_page']),
	],
	'GET /campaigns/{id}/contacts/{contact_id}': [
		...['id', 'contact_id', '200', '401', '404'],
		...inside('contact', [
			...['f_id', 'id', 'name', 'contact', 'status', 'context', 'retries', 'has_follow_up', 'call_count'],
			...['billed_duration', 'last_call_at', 'extracted_data', 'tags[]'],
		]),
	],
	'DELETE /campaigns/{id}/contacts/{contact_id}': ['id', 'contact_id', '204', '401', '404', '409'],
	'GET /campaigns/{id}/calls': [
		...['id', 'status', 'answeredBy', 'startDate', 'endDate', 'pageSize', 'pageIndex'],
		...['ended', 'failed', 'busy', 'no-answer', 'in-progress', 'human', 'machine', 'unknown'],
		...['200', '400', '401', '404', 'total_count'],
		...inside('calls[]', [
			...['id', 'type', 'status', 'answered_by', 'created_at', 'started_at', 'ended_at', 'ended_by'],
			...['ended_reason', 'duration', 'billed_duration', 'extracted_data', 'tags[]', 'recording_url'],
			...inside('contact', ['id', 'f_id', 'name', 'phone_number', 'status']),
			'policy_evaluation',
		]),
		...inside('pagination', ['page_index', 'page_size', 'has_next', 'has_previous', 'next_page']),
		'pagination.previous_page',
	],
	'POST /call': [
		...['agent_id', 'phone_number_to', 'end_user_display_name', 'end_user_context', 'initial_message'],
		...['200', '400', '401', '404', '500'],
	],
	'GET /call/{id}': [
		...['id', '200', '400', '401', '404', 'thread', 'type', 'status', 'answered_by', 'created_at'],
		...['started_at', 'ended_at', 'ended_by', 'ended_reason', 'duration', 'billable_duration'],
		'policy_evaluation',
	],
	'GET /call/{id}/recording': ['id', '200', '400', '401', '404'],
	'GET /thread/{id}': [
		...['id', '200', '400', '401', '404', 'agent', 'end_user', 'integration', 'updated_at', 'active'],
		...['blocked', 'tags[].id', 'tags[].name', 'tags[].color', 'assigned_to'],
	],
	'GET /message/{thread_id}': [
		...['thread_id', '200', '400', '401', '404', 'type', 'sent_by', 'sent_at', 'content', 'media'],
		...['sent_by_user', 'read'],
	],
	'POST /message': [
		...['agent_id', 'end_user_id', 'content', '200', '400', '401', '404', 'thread', 'messages'],
		'in_response_to',
	],
	'POST /enduser': ['display_name', 'info', '200', '400', '401'],
	'GET /enduser/{id}': ['id', '200', '400', '401', '404', 'display_name', 'integration_type', 'info'],
	'PUT /enduser/{id}': ['id', 'display_name', 'info', '200', '400', '401', '404'],
	'DELETE /enduser/{id}': ['id', '200', '401', '404'],
};
