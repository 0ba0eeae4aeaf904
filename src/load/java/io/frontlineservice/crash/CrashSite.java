package io.frontlineservice.crash;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import io.frontlineservice.site.Uptime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One or two instances of the service with a store, and a pretend Twilio that is not
 * killed. {@link CrashRun} creates it.
 */
final class CrashSite {

	/**
	 * How much older conversations look than they are, so that the run waits less until
	 * reconciliation counts an event as missed.
	 */
	private static final Duration AGE = Duration.ofSeconds(60);

	/** Options for a fast start, because instances start often. */
	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private final Site site = new Site(Clock.offset(Clock.systemUTC(), AGE.negated()));

	private final List<Instance> instances;

	/** Creates the instances without starting them. */
	CrashSite(boolean shared) throws IOException {
		// Otherwise reconciliation would hide what is lost.
		this.site.twilio().faults().add(Fault.on(RestCall.LIST_CONVERSATIONS).always());
		Program program = Program.unpack(this.site.folder(), OPTIONS);
		Map<String, String> first = Map.of("FRONTLINE_RECONCILIATION_INTERVAL", "5s", "FRONTLINE_STORE_URL",
				shared ? TestPostgres.newDatabase() : "jdbc:sqlite:" + store());
		Map<String, String> second = new HashMap<>(first);
		second.put("FRONTLINE_TWILIO_API_KEY", Site.KEY);
		second.put("FRONTLINE_TWILIO_API_SECRET", Site.SECRET);
		Instance one = this.site.instance("first", program, first);
		this.instances = shared ? List.of(one, this.site.instance("second", program, second)) : List.of(one);
	}

	/** The file of the embedded store. */
	Path store() {
		return this.site.folder().resolve("frontline.db");
	}

	PretendTwilio twilio() {
		return this.site.twilio();
	}

	List<Instance> instances() {
		return this.instances;
	}

	Uptime uptime() {
		return this.site.uptime();
	}

	/** Deletes the store. */
	void removeStore() throws IOException {
		for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
			Files.deleteIfExists(this.site.folder().resolve("frontline.db" + suffix));
		}
	}

	void close(boolean good) throws IOException {
		this.site.close(good);
	}

}
