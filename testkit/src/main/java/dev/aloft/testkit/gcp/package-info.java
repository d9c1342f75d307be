/**
 * What stands between a sender and a function on Google Cloud: each encoder makes of a message or an event the HTTP request that the
 * service would send.
 *
 * <ul>
 *   <li>{@link dev.aloft.testkit.gcp.PubSubEncoder}: Pub/Sub, pushed wrapped and unwrapped, and as a CloudEvent of Eventarc.
 *   <li>{@link dev.aloft.testkit.gcp.CloudTasksEncoder}: Cloud Tasks.
 *   <li>{@link dev.aloft.testkit.gcp.StorageEncoder}: Cloud Storage.
 *   <li>{@link dev.aloft.testkit.gcp.CloudSchedulerEncoder}: Cloud Scheduler.
 *   <li>{@link dev.aloft.testkit.gcp.DatabaseEncoder}: Firestore, also in Datastore mode, and the Realtime Database.
 *   <li>{@link dev.aloft.testkit.gcp.CloudEventEncoder}: any CloudEvent.
 * </ul>
 */
@NullMarked
package dev.aloft.testkit.gcp;

import org.jspecify.annotations.NullMarked;
