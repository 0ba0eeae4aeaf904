package io.frontlineservice.load;

import io.frontlineservice.load.crm.CrmMode;
import io.frontlineservice.load.crm.SlowCrmConfiguration;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how soon the service decides about workers' messages while the CRM and Twilio
 * hang. {@code src/load/messages.sh} runs it.
 */
final class MessagesRun {

	private static final Logger logger = LoggerFactory.getLogger(MessagesRun.class);

	private final Site site = new Site(Clock.systemUTC());

	private final Program program = Program.unpack(this.site.folder(), List.of("-Xmx1g", "-XX:+UseG1GC"))
		.with(SlowCrmConfiguration.class);

	private final Targets targets = new Targets();

	private MessagesRun() throws IOException {
	}

	public static void main(String... arguments) throws IOException {
		MessagesRun run = new MessagesRun();
		boolean good = false;
		try {
			run.decideAboutMessages();
			good = run.targets.areMet();
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		run.site.close(good);
		System.exit(good ? 0 : 1);
	}

	private void decideAboutMessages() throws Exception {
		CrmMode.ANSWERING.in(this.site.folder());
		Instance instance = this.site.instance("messages", this.program,
				Map.of("SPRING_MAIN_SOURCES", SlowCrmConfiguration.class.getName(), "FRONTLINE_STORE_URL",
						"jdbc:sqlite:" + this.site.folder().resolve("messages.db")));
		instance.start();
		instance.awaitReady();
		CrmMode.HANGING.in(this.site.folder());
		this.site.twilio().faults().add(Fault.onAnything().always().hanging());
		WorkerMessages messages = new WorkerMessages(instance.url());
		messages.customersWrite();
		List<Window> windows = messages.send("Workers' messages", 12);
		instance.kill();
		this.targets.decided(windows);
	}

}
