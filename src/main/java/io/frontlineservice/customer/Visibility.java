package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerDirectory;

/** The configurable visibility rules. Chosen by {@code frontline.visibility}. */
enum Visibility {

	/** A worker sees their own customers. */
	OWNER {
		@Override
		VisibilityRule rule(WorkerDirectory directory) {
			return (worker) -> Audience.of(worker.identities());
		}
	},

	/** A worker sees the customers of all members of their team. */
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

	/** Returns the rule for the workers of that directory. */
	abstract VisibilityRule rule(WorkerDirectory directory);

}
