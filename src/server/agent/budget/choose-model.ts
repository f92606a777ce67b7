import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Language } from '../../builtin-engine/language/detect-language.ts';
import type { OwnedAgent } from '../../workspace/agents/agent-json.ts';
import type { Models } from '../models/create-models.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import { leaveMessageModel } from './leave-message-model.ts';
import type { ModelBudget } from './model-budget.ts';

export type ChooseModel = (
  agent: OwnedAgent,
  tools: AgentTool[],
  language: Language,
) => Promise<LanguageModelV4>;

/** The model that answers now: the agent's own; over the budget of the day one that costs nothing, or a plain "leave a message". */
export function chooseModel(models: Models, budget: ModelBudget): ChooseModel {
  return async (agent, tools, language) => {
    const isFree = agent.model.provider === 'builtin';
    if (isFree || (await budget.check(agent.workspaceId)) === 'ok') return models.resolve(agent);
    return models.resolveFree(agent) ?? leaveMessageModel(tools, language);
  };
}
