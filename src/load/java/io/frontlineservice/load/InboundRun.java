package io.frontlineservice.load;

import io.frontlineservice.load.crm.CrmMode;
import io.frontlineservice.load.crm.SlowCrmConfiguration;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.site.Crowd;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures inbound conversations over HTTP: how many events the service accepts, and how
 * soon a new conversation has its name. {@code src/load/inbound.sh} runs it.
 */
final class InboundRun {

	private static final Logger logger = LoggerFactory.getLogger(InboundRun.class);

	/** The delay of Twilio's answers, as over the Internet. */
	private static final Duration DISTANCE = Duration.ofMillis(50);

	private final Site site = new Site(Clock.systemUTC());

	private final Program program = Program.unpack(this.site.folder(), List.of("-Xmx1g", "-XX:+UseG1GC"))
		.with(SlowCrmConfiguration.class);

	private final Targets targets = new Targets();

	private InboundRun() throws IOException {
		CrmMode.ANSWERING.in(this.site.folder());
		twilio().faults().add(Fault.onAnything().always().onlyLate(DISTANCE));
	}

	public static void main(String... arguments) throws IOException {
		InboundRun run = new InboundRun();
		boolean good = false;
		try {
			run.acceptEvents();
			run.nameConversations();
			good = run.targets.areMet();
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		run.site.close(good);
		System.exit(good ? 0 : 1);
	}

	/**
	 * Measures the disk before and after, while the service does not write to it. Kills
	 * the process while it accepts events: all acknowledged events must be in its store.
	 */
	private void acceptEvents() throws Exception {
		Disk disk = new Disk(this.site.folder());
		double before = disk.commitsASecond("before");
		Instance instance = start("events");
		Events events = new Events(twilio(), instance.url());
		events.start();
		List<Window> windows = new ArrayList<>();
		for (int number = 1; number <= 20; number++) {
			windows.add(events.next(number));
		}
		instance.kill();
		events.end();
		this.targets.accepted(windows, (before + disk.commitsASecond("after")) / 2);
		this.targets.survived(events.acknowledged().size(),
				new Survivors(store("events")).missing(events.acknowledged()));
	}

	/**
	 * Other customers write at the same time, so that there are calls to the CRM and
	 * Twilio.
	 */
	private void nameConversations() throws Exception {
		Instance instance = start("names");
		twilio().callbacksAt(instance.url()).onTraffic(this.targets::note);
		Crowd crowd = new Crowd(twilio(), List.of(instance), 1);
		crowd.start();
		PreEvents events = new PreEvents(instance.url());
		List<Window> calm = events.send("Names, CRM of 20 ms", 8);
		CrmMode.HANGING.in(this.site.folder());
		List<Window> troubled = new ArrayList<>(events.send("Names, CRM hanging", 3));
		CrmMode.FAILING.in(this.site.folder());
		troubled.addAll(events.send("Names, CRM failing", 3));
		CrmMode.ANSWERING.in(this.site.folder());
		twilio().faults().clear();
		twilio().faults().add(Fault.onAnything().always().hanging());
		troubled.addAll(events.send("Names, Twilio hanging", 3));
		events.end();
		crowd.end();
		instance.kill();
		this.targets.named(calm, troubled);
	}

	private PretendTwilio twilio() {
		return this.site.twilio();
	}

	private Instance start(String name) throws IOException, InterruptedException {
		Instance instance = this.site.instance(name, this.program, Map.of("SPRING_MAIN_SOURCES",
				SlowCrmConfiguration.class.getName(), "FRONTLINE_STORE_URL", store(name)));
		instance.start();
		instance.awaitReady();
		return instance;
	}

	private String store(String name) {
		return "jdbc:sqlite:" + this.site.folder().resolve(name + ".db");
	}

}
