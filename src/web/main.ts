/**
 * The page and its workers are one script: where there is a document it shows the page, and in a worker it serves it. So a
 * file that holds the script once works without a server.
 */
import * as comlink from 'comlink';
import { workerApi } from './engine/workerApi.ts';
import { showPage } from './page/showPage.tsx';

if (typeof document === 'undefined') comlink.expose(workerApi);
else showPage();
