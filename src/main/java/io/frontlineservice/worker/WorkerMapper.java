package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.TimeZones;
import io.frontlineservice.text.WebUrl;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an entry of the directory file into a worker. Created by {@link Roster} for each
 * entry. A value that cannot be used is an error of the whole file, because the operator
 * who wrote it can fix it at once.
 */
final class WorkerMapper {

	private final FilePosition position;

	WorkerMapper(FilePosition position) {
		this.position = position;
	}

	Worker map(WorkerEntry entry) {
		String written = text(entry.identity());
		if (written == null) {
			throw error("this worker has no identity");
		}
		WorkerIdentity identity = WorkerIdentity.of(written);
		Profile profile = new Profile(CleanText.line(entry.displayName()), avatar(text(entry.avatar())),
				language(text(entry.language())), timeZone(text(entry.timeZone())), workingHours(entry));
		return new Worker(identity, identities(identity, entry), text(entry.team()), profile, senders(entry));
	}

	private Set<WorkerIdentity> identities(WorkerIdentity identity, WorkerEntry entry) {
		Set<WorkerIdentity> identities = new LinkedHashSet<>();
		identities.add(identity);
		if (entry.aliases() != null) {
			for (String alias : entry.aliases()) {
				if (alias == null || alias.isBlank()) {
					throw error("this worker has an empty alias");
				}
				identities.add(WorkerIdentity.of(CleanText.trim(alias)));
			}
		}
		return identities;
	}

	private @Nullable String avatar(@Nullable String written) {
		if (written == null || WebUrl.isWeb(written)) {
			return written;
		}
		throw error("the avatar must be an absolute web address of at most 2,048 characters");
	}

	private @Nullable Locale language(@Nullable String written) {
		return (written == null) ? null : Languages.read(written)
			.orElseThrow(() -> error("the language must be a tag such as en, de-AT or pt_BR"));
	}

	private @Nullable ZoneId timeZone(@Nullable String written) {
		return (written == null) ? null : TimeZones.read(written)
			.orElseThrow(() -> error("the time_zone must be the full name of a time zone, such as Europe/Berlin"));
	}

	private @Nullable WorkingHours workingHours(WorkerEntry entry) {
		return (entry.workingHours() != null) ? new WorkingHoursReader(this.position).read(entry.workingHours()) : null;
	}

	private Map<ChannelType, Address> senders(WorkerEntry entry) {
		return (entry.senders() != null) ? entry.senders().addresses(this::error) : Map.of();
	}

	private static @Nullable String text(@Nullable String written) {
		return (written == null || written.isBlank()) ? null : CleanText.trim(written);
	}

	private BadFileException error(String problem) {
		return this.position.error(problem);
	}

}
