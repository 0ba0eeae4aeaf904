package com.example.addressbook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The address book that the tests of its adapter talk to, over HTTP. */
public final class AddressBookServer implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private final List<CrmCustomer> contacts;

	public AddressBookServer(List<CrmCustomer> contacts) {
		this.contacts = contacts.stream()
			.sorted(Comparator.comparing(CrmCustomer::name).thenComparing(CrmCustomer::id))
			.toList();
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/contacts", this::answer);
		this.server.start();
	}

	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getRawPath();
		Object answer = path.equals("/contacts") ? page(query(exchange.getRequestURI().getRawQuery()))
				: contact(decoded(path.substring("/contacts/".length())));
		byte[] body = JSON.writeValueAsBytes((answer != null) ? answer : Map.of());
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders((answer != null) ? 200 : 404, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private Map<String, Object> contact(String id) {
		return this.contacts.stream()
			.filter((contact) -> contact.id().value().equals(id))
			.findFirst()
			.map((contact) -> Map.<String, Object>of("contact", json(contact)))
			.orElse(null);
	}

	private Map<String, Object> page(Map<String, String> query) {
		List<CrmCustomer> found = this.contacts.stream().filter((contact) -> matches(contact, query)).toList();
		String after = query.getOrDefault("after", "p0");
		int from = after.matches("p\\d{1,6}") ? Integer.parseInt(after.substring(1)) : found.size();
		int end = Math.min(found.size(), from + Integer.parseInt(query.getOrDefault("limit", "20")));
		Map<String, Object> page = new HashMap<>();
		page.put("contacts", found.subList(Math.min(from, end), end).stream().map(AddressBookServer::json).toList());
		page.put("next", (end < found.size()) ? "p" + end : null);
		return page;
	}

	private static boolean matches(CrmCustomer contact, Map<String, String> query) {
		String owners = query.get("owners");
		return (owners == null
				|| Arrays.stream(owners.split(",")).map(WorkerIdentity::of).anyMatch(contact.owners()::contains))
				&& Arrays.stream(query.getOrDefault("words", "").toLowerCase(Locale.ROOT).split(" "))
					.allMatch((word) -> Stream.of(contact.name().toLowerCase(Locale.ROOT).split(" "))
						.anyMatch((name) -> name.startsWith(word)))
				&& hasChannel(contact, query.get("phone"), query.get("chat"));
	}

	private static boolean hasChannel(CrmCustomer contact, String digits, String identity) {
		if (digits == null && identity == null) {
			return true;
		}
		return contact.channels()
			.stream()
			.anyMatch((channel) -> (channel.type() == ChannelType.CHAT) ? channel.value().equals(identity)
					: digits != null && channel.value().endsWith(digits));
	}

	private static Map<String, Object> json(CrmCustomer contact) {
		return Map.of("id", contact.id().value(), "name", contact.name(), "owners",
				contact.owners().stream().map(WorkerIdentity::written).toList(), "mobile",
				values(contact, ChannelType.SMS), "whatsapp", values(contact, ChannelType.WHATSAPP), "chat",
				values(contact, ChannelType.CHAT), "email", contact.emails());
	}

	private static List<String> values(CrmCustomer contact, ChannelType type) {
		return contact.channels().stream().filter((it) -> it.type() == type).map(Channel::value).toList();
	}

	private static Map<String, String> query(String query) {
		Map<String, String> values = new HashMap<>();
		for (String parameter : Objects.requireNonNullElse(query, "").split("&", -1)) {
			int sign = parameter.indexOf('=');
			if (sign > 0) {
				values.put(parameter.substring(0, sign), decoded(parameter.substring(sign + 1)));
			}
		}
		return values;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
