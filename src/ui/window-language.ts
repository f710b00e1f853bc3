import * as vscode from 'vscode';
import { useTranslation } from './messages/translation';

// Imported for its effect, first of all, by each bundle that has sentences.
useTranslation(vscode.l10n.bundle, vscode.env.language);
