package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The workers and senders of a configuration, read once without a running application.
 * Used by the doctor's examinations. Immutable.
 *
 * @param workers all workers of the directory, in its order
 * @param senders the addresses of all senders, each once, in order
 */
public record ConfiguredWorkers(List<Worker> workers, List<Address> senders) {

	private static final Comparator<Address> ORDER = Comparator.comparing(Address::channel)
		.thenComparing(Address::value);

	/**
	 * Returns the workers and senders of that configuration; empty if their settings or
	 * the directory file have findings.
	 */
	public static Optional<ConfiguredWorkers> from(Environment environment) {
		if (!new WorkersCheck().findings(environment).isEmpty()
				|| !new SendersCheck().findings(environment).isEmpty()) {
			return Optional.empty();
		}
		Binder binder = Binder.get(environment);
		FileLocation location = binder.bindOrCreate("frontline.workers", WorkerSettings.class).location();
		List<Worker> workers = roster(location).workers();
		Senders senders = Senders.of(binder.bindOrCreate("frontline.senders", SenderSettings.class));
		return Optional.of(new ConfiguredWorkers(workers, senders.all(workers).sorted(ORDER).toList()));
	}

	private static Roster roster(@Nullable FileLocation location) {
		try {
			return (location != null) ? Roster.read(location) : Roster.EMPTY;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns whether there is a sender for that channel. */
	public boolean hasSenderFor(ChannelType channel) {
		return this.senders.stream().anyMatch((it) -> it.channel() == channel);
	}

	/**
	 * Returns the identity as the directory writes it, also for an alias; unchanged if
	 * the directory does not have it.
	 */
	public WorkerIdentity asInDirectory(WorkerIdentity identity) {
		return this.workers.stream()
			.filter((it) -> it.identities().contains(identity))
			.findFirst()
			.map(Worker::identity)
			.orElse(identity);
	}

}
