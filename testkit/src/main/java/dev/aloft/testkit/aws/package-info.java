/**
 * What stands between an HTTP client and a function on AWS Lambda: each encoder makes of a client's request the event that its
 * gateway would send, and of the function's reply what the client would get.
 *
 * <ul>
 *   <li>{@link dev.aloft.testkit.aws.RestApiV1Encoder}: API Gateway REST APIs, and HTTP APIs with payload format 1.0.
 *   <li>{@link dev.aloft.testkit.aws.HttpApiV2Encoder}: API Gateway HTTP APIs with payload format 2.0.
 *   <li>{@link dev.aloft.testkit.aws.FunctionUrlEncoder}: function URLs.
 *   <li>{@link dev.aloft.testkit.aws.AlbEncoder}: Application Load Balancers, in the single- and the multi-value form.
 * </ul>
 *
 * <p>And what stands between a sender of messages or events and a function: each of the following makes of portable messages the
 * event of its service.
 *
 * <ul>
 *   <li>{@link dev.aloft.testkit.aws.SqsEncoder}, {@link dev.aloft.testkit.aws.ActiveMqEncoder},
 *       {@link dev.aloft.testkit.aws.RabbitMqEncoder}: queues.
 *   <li>{@link dev.aloft.testkit.aws.SnsEncoder}, {@link dev.aloft.testkit.aws.SnsInSqsEncoder}: topics.
 *   <li>{@link dev.aloft.testkit.aws.KinesisEncoder}, {@link dev.aloft.testkit.aws.KafkaEncoder}: streams.
 *   <li>{@link dev.aloft.testkit.aws.EventBridgeEncoder}: events.
 *   <li>{@link dev.aloft.testkit.aws.S3Encoder}: what happens in buckets; {@link dev.aloft.testkit.aws.ScheduleEncoder}: firings of
 *       schedules.
 *   <li>{@link dev.aloft.testkit.aws.DynamoDbEncoder}, {@link dev.aloft.testkit.aws.DocumentDbEncoder}: database changes.
 * </ul>
 */
@NullMarked
package dev.aloft.testkit.aws;

import org.jspecify.annotations.NullMarked;
