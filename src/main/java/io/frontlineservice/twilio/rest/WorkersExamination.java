package io.frontlineservice.twilio.rest;

import com.twilio.rest.frontlineapi.v1.User;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Examines for the doctor whether Frontline knows the workers of the directory and the
 * default worker. An unknown worker is only a warning, because the worker may not have
 * signed in yet.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/frontline-user-resource">Twilio:
 * Frontline User resource</a>
 */
final class WorkersExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.WORKERS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		ConfiguredWorkers workers = ConfiguredWorkers.from(environment).orElse(null);
		if (workers == null) {
			return List.of(Observation.notExamined("first fix frontline.senders.* and frontline.workers.*"));
		}
		Set<WorkerIdentity> identities = new LinkedHashSet<>();
		workers.workers().stream().map(Worker::identity).forEach(identities::add);
		String defaultWorker = SettingText.of(environment, "frontline.routing.default-worker");
		if (!defaultWorker.isEmpty()) {
			identities.add(workers.asInDirectory(WorkerIdentity.of(defaultWorker)));
		}
		return identities.isEmpty() ? List.of(Observation.holds("no workers are configured, which is fine"))
				: AccountAccess.examine(environment, (access) -> examine(identities, access));
	}

	private static List<Observation> examine(Set<WorkerIdentity> identities, AccountAccess access) {
		List<Observation> observations = new ArrayList<>();
		int active = 0;
		for (WorkerIdentity identity : identities) {
			switch (statusOf(identity, access)) {
				case AVAILABLE, UNAVAILABLE -> active++;
				case UNKNOWN -> observations.add(Observation.warning(
						identity.written() + " has never signed in to Frontline",
						"let the worker sign in once; the identity must be spelled exactly as in Frontline, including case"));
				case DEACTIVATED ->
					observations.add(Observation.warning(identity.written() + " is deactivated in Frontline",
							"activate the worker there, or remove the worker from the worker directory"));
			}
		}
		observations.add(0, Observation.holds("workers active in Frontline: " + active + " of " + identities.size()));
		return observations;
	}

	private static WorkerStatus statusOf(WorkerIdentity identity, AccountAccess access) {
		try {
			return TwilioMapper.status(User.fetcher(Segment.of(identity.written())).fetch(access.asService()));
		}
		catch (TwilioErrorException ex) {
			if (ex.kind() == ErrorKind.GONE) {
				return WorkerStatus.UNKNOWN;
			}
			throw ex;
		}
	}

}
