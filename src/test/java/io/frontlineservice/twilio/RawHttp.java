package io.frontlineservice.twilio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Requests as an attacker would write them, whatever a decent client refuses to send. */
public final class RawHttp {

	private final int port;

	public RawHttp(int port) {
		this.port = port;
	}

	/** Posts a form to this target, which is sent as it is. */
	public String post(String target, String body, String... headers) throws IOException {
		return send("POST " + target + " HTTP/1.1", body, headers);
	}

	/**
	 * The whole answer to a request with this first line, status line and headers
	 * included.
	 */
	public String send(String requestLine, String body, String... headers) throws IOException {
		StringBuilder request = new StringBuilder(requestLine).append("\r\n");
		request.append("Host: fis.example.com\r\nConnection: close\r\n");
		request.append("Content-Type: application/x-www-form-urlencoded\r\n");
		request.append("Content-Length: ").append(body.length()).append("\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return exchange(request.append("\r\n").append(body).toString());
	}

	/** The whole answer to these very bytes. */
	public String exchange(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			StringBuilder answer = new StringBuilder();
			try {
				for (int read = socket.getInputStream().read(); read >= 0; read = socket.getInputStream().read()) {
					answer.append((char) read);
				}
			}
			catch (SocketException ex) {
				// The server hung up on a request that it did not want to read.
			}
			return answer.toString();
		}
	}

	/** The status in an answer. */
	public static int status(String answer) {
		return Integer.parseInt(answer.substring(9, 12));
	}

}
