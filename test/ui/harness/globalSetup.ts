import { startForAll } from './runningN8n';

export default startForAll;
