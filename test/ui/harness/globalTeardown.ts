import { stopForAll } from './runningN8n';

export default stopForAll;
