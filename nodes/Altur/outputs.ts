import { outputsExpression as expressionFor } from '../../n8n/form/outputField';
import { contactStatuses } from './contact/add/output';

/** The outputs of the node: one, or a branch per status where the form of "Add to Campaign" asks for it. */
export const outputsExpression = expressionFor('contact', 'add', contactStatuses);
