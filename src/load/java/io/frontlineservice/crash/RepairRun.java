package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the real jar between a WhatsApp template that failed and the content that is sent
 * instead, and counts the contents. {@code src/load/repair.sh} runs it with the number of
 * rounds at each moment.
 */
final class RepairRun {

	private static final Logger logger = LoggerFactory.getLogger(RepairRun.class);

	private static final String CONTENT = "HX" + "5".repeat(32);

	private static final String TEMPLATES = """
			- display_name: Openers
			  templates:
			    - content: "Hello {{Name}}, your papers are ready."
			      content_sid: %s
			""".formatted(CONTENT);

	private static final long SECONDS = 60;

	private final Site site = new Site(Clock.systemUTC());

	private final Wire wire = new Wire(new Acknowledgments());

	private final Instance instance;

	private RepairRun() throws IOException {
		Path templates = Files.writeString(this.site.folder().resolve("templates.yml"), TEMPLATES);
		this.instance = this.site.instance("repair",
				Program.unpack(this.site.folder(), List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")),
				Map.of("FRONTLINE_TEMPLATES_LOCATION", templates.toString(), "FRONTLINE_STORE_URL",
						"jdbc:sqlite:" + this.site.folder().resolve("frontline.db")));
	}

	public static void main(String... arguments) throws IOException {
		RepairRun run = new RepairRun();
		boolean good = false;
		try {
			good = run.run(Integer.parseInt(arguments[0]));
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		run.site.close(good);
		System.exit(good ? 0 : 1);
	}

	private boolean run(int rounds) throws Exception {
		PretendTwilio twilio = this.site.twilio().callbacksAt(this.instance.url()).onTraffic(this.wire);
		twilio.contents()
			.add(new Content(CONTENT, "papers", "en", "Hello {{1}}, your papers are ready.", Map.of("1", "Ann"),
					"UTILITY", "approved"));
		twilio.conditions().ticked("onParticipantAdded", "onDeliveryUpdated");
		this.instance.start();
		this.instance.awaitReady();
		Map<Point, Integer> sent = new EnumMap<>(Point.class);
		int customer = 1;
		for (int round = 0; round < rounds; round++) {
			for (Point point : Point.values()) {
				sent.merge(point, contentsAfterKill(customer, point), Integer::sum);
				customer += 5;
			}
		}
		sent.forEach((point, contents) -> System.out.printf("%-44s %d kills, %d content messages%n", point.words,
				rounds, contents));
		return sent.values().stream().allMatch((contents) -> contents == rounds);
	}

	/**
	 * Returns how many content messages the customer gets, although the service is
	 * killed.
	 */
	private int contentsAfterKill(int customer, Point point) throws Exception {
		PretendTwilio twilio = this.site.twilio();
		twilio.whatsAppWindowsOver(false);
		String address = "whatsapp:" + People.customer(customer);
		String sid = twilio.inbound(address, People.ours(address), "Hello?");
		await(() -> !twilio.workersOf(sid).isEmpty());
		twilio.whatsAppWindowsOver(true);
		String worker = twilio.workersOf(sid).get(0);
		String text = twilio.screens()
			.templates(worker, String.valueOf(customer), sid)
			.at("/0/templates/0/content")
			.asString();
		CountDownLatch killed = new CountDownLatch(1);
		Thread writer = new Thread(() -> twilio.app().write(worker, sid, text), "worker");
		Thread killer = new Thread(() -> killAt(point, killed), "killer");
		killer.start();
		writer.start();
		killed.await();
		writer.join();
		killer.join();
		this.instance.start();
		this.instance.awaitReady();
		await(() -> contents(sid) > 0 && isDelivered(sid));
		// A second content message would come with the next run of the job.
		Sleep.of(15_000);
		return contents(sid);
	}

	private void killAt(Point point, CountDownLatch killed) {
		try {
			boolean came = this.wire.runAt(point::isIt, (it) -> this.instance.kill(), SECONDS);
			if (!came) {
				this.instance.kill();
				throw new IllegalStateException("The moment did not come: " + point.words);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			killed.countDown();
		}
	}

	private int contents(String sid) {
		return (int) this.site.twilio()
			.conversation(sid)
			.messages()
			.stream()
			.filter((message) -> CONTENT.equals(message.contentSid()))
			.count();
	}

	private boolean isDelivered(String sid) {
		Message last = this.site.twilio().conversation(sid).lastMessage();
		return last != null && !last.receipts().isEmpty();
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			Sleep.of(100);
		}
	}

	/** When the service is killed. */
	private enum Point {

		RECEIPT_ANSWERED("the receipt was answered 200", Moment.EVENT_ANSWERED, "onDeliveryUpdated"),

		CONTENT_ASKED("the content came, not sent", Moment.CALL_RECEIVED, RestCall.CREATE_MESSAGE.name()),

		CONTENT_SENT("the content sent, not answered", Moment.CALL_DONE, RestCall.CREATE_MESSAGE.name()),

		CONTENT_ANSWERED("the content sent and answered", Moment.CALL_ANSWERED, RestCall.CREATE_MESSAGE.name());

		private final String words;

		private final Moment moment;

		private final String name;

		Point(String words, Moment moment, String name) {
			this.words = words;
			this.moment = moment;
			this.name = name;
		}

		boolean isIt(TrafficEvent happening) {
			return happening.moment() == this.moment && happening.name().equals(this.name);
		}

	}

}
