package io.frontlineservice.twilio;

import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.benchmark.SampleFiles;
import io.frontlineservice.privacy.Secret;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Writes the files of a load test: a customer file, and requests for these customers with
 * the signatures of Twilio. {@code src/load/run.sh} and {@code src/load/figures.sh} call
 * this class.
 */
public final class LoadFiles {

	private static final int REQUESTS = 20_000;

	private final SplittableRandom random = new SplittableRandom(7);

	private final int customers;

	private final int workers;

	private final boolean onlyCalls;

	private final RequestSigner signer;

	private LoadFiles(int customers, int workers, boolean onlyCalls, String publicUrl, String token) {
		this.customers = customers;
		this.workers = workers;
		this.onlyCalls = onlyCalls;
		this.signer = new RequestSigner(new SignatureVerifier(List.of(Secret.of(token))), PublicUrl.of(publicUrl));
	}

	/**
	 * Writes the files.
	 * @param arguments the target folder, the number of customers, the public URL, the
	 * auth token, optionally the number of workers who own these customers, and
	 * {@code calls} for requests that need one call to the CRM each: lists, searches and
	 * proxy addresses
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		int customers = Integer.parseInt(arguments[1]);
		int workers = (arguments.length > 4) ? Integer.parseInt(arguments[4]) : SampleCustomer.WORKERS;
		boolean onlyCalls = List.of(arguments).contains("calls");
		Files.createDirectories(folder);
		SampleFiles.writeJson(folder.resolve("customers.json"), customers, workers);
		new LoadFiles(customers, workers, onlyCalls, arguments[2], arguments[3])
			.writeRequests(folder.resolve("requests.txt"));
	}

	/** Writes one request per line: path, signature and form, separated by spaces. */
	private void writeRequests(Path file) throws IOException {
		try (BufferedWriter text = Files.newBufferedWriter(file)) {
			for (int i = 0; i < REQUESTS; i++) {
				text.write(anyRequest() + "\n");
			}
		}
	}

	/**
	 * Of 20 requests, 7 list the first page, 2 list a further page, 3 search, 3 read
	 * details, 2 read a proxy address, and 3 read templates.
	 */
	private String anyRequest() {
		SampleCustomer customer = SampleCustomer.of(this.random.nextInt(this.customers), this.workers);
		Map<String, String> form = new LinkedHashMap<>();
		form.put("Worker", customer.worker());
		int kind = this.random.nextInt(20);
		if (this.onlyCalls && kind >= 10) {
			return proxyAddress(customer, form);
		}
		if (kind < 12) {
			return list(customer, kind, form);
		}
		if (kind < 15) {
			form.put("CustomerId", customer.id());
			return request("crm", "GetCustomerDetailsByCustomerId", form);
		}
		if (kind < 17) {
			return proxyAddress(customer, form);
		}
		form.put("CustomerId", customer.id());
		form.put("ConversationSid", "CH" + "0".repeat(32));
		return request("templates", "GetTemplatesByCustomerId", form);
	}

	private String proxyAddress(SampleCustomer customer, Map<String, String> form) {
		form.put("CustomerId", customer.id());
		form.put("ChannelType", "whatsapp");
		form.put("ChannelValue", "whatsapp:" + customer.phone());
		return request("outgoing-conversation", "GetProxyAddress", form);
	}

	private String list(SampleCustomer customer, int kind, Map<String, String> form) {
		form.put("PageSize", "30");
		if (kind >= 10) {
			form.put("Anchor", customer.id());
		}
		else if (kind >= 7) {
			form.put("Query", anySearch(customer));
		}
		return request("crm", "GetCustomersList", form);
	}

	private String request(String callback, String location, Map<String, String> form) {
		form.put("Location", location);
		String path = "/callbacks/" + callback;
		return path + " " + this.signer.sign(path, form) + " " + encoded(form);
	}

	private String anySearch(SampleCustomer customer) {
		return switch (this.random.nextInt(4)) {
			case 0 -> customer.name();
			case 1 -> customer.name().substring(0, 2);
			case 2 -> customer.phone().substring(customer.phone().length() - 6);
			default -> customer.company();
		};
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
