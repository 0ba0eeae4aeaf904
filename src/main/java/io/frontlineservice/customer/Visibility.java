package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerDirectory;

/**
 * The visibility rules that can be configured. Chosen by {@code frontline.visibility}.
 */
enum Visibility {

	/** A worker sees their own customers. */
	OWNER {
		@Override
		VisibilityRule rule(WorkerDirectory directory) {
			return (worker) -> Audience.of(worker.identities());
		}
	},

	/** A worker sees the customers of everybody in their team. */
	TEAM {
		@Override
		VisibilityRule rule(WorkerDirectory directory) {
			return (worker) -> Audience.of(directory.teamOf(worker));
		}
	},

	/** A worker sees all customers. */
	EVERYONE {
		@Override
		VisibilityRule rule(WorkerDirectory directory) {
			return (worker) -> Audience.EVERYONE;
		}
	};

	abstract VisibilityRule rule(WorkerDirectory directory);

}
